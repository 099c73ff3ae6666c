package org.einfluss.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.einfluss.api.CancelledException;
import org.einfluss.api.InputException;
import org.einfluss.engine.run.Tolerance;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The top command: what all commands share, and how an outcome becomes an exit code. */
@Command(
        name = "einfluss",
        mixinStandardHelpOptions = true,
        version = "Einfluss 0.1.0",
        scope = ScopeType.INHERIT,
        sortOptions = false,
        usageHelpAutoWidth = true,
        subcommands = {
            Demo.class,
            Run.class,
            Resume.class,
            Calculate.class,
            Analyse.class,
            Export.class,
            Import.class,
            ImportLog.class,
            Convert.class,
            TransformDataset.class,
            DeleteDataset.class,
            ListAll.class,
            PluginList.class,
            Describe.class,
            Check.class,
            Reproduce.class,
            Replay.class,
            Verify.class,
            SaveAsJava.class,
            NewPlugin.class,
            CheckPlugin.class,
            Commands.Completion.class,
            CommandLine.HelpCommand.class
        })
final class Commands implements Runnable {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_INPUT = 2;
    static final int CANCELLED = 130;

    private final Context context;

    @Spec
    private CommandSpec spec;

    @Option(names = "--debug", scope = ScopeType.INHERIT, descriptionKey = "option.debug")
    private boolean debug;

    @Option(names = "--trust", scope = ScopeType.INHERIT, descriptionKey = "option.trust")
    private boolean trust;

    @Option(names = "--patience", paramLabel = "SECONDS", scope = ScopeType.INHERIT, descriptionKey = "option.patience")
    private long patience = Tolerance.DEFAULT.patience().toSeconds();

    private Commands(Context context) {
        this.context = context;
    }

    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT, descriptionKey = "option.home")
    void home(Path folder) {
        context.home(folder);
    }

    @Option(names = "--lang", paramLabel = "en|de", scope = ScopeType.INHERIT, descriptionKey = "option.lang")
    void language(String tag) {
        if (!List.of("en", "de").contains(tag)) {
            throw new ParameterException(spec.commandLine(), context.messages().text("error.language", tag));
        }
        context.language(tag);
    }

    @Override
    public void run() {
        spec.commandLine().usage(context.out());
    }

    /** Runs a command line and returns its exit code. */
    static int execute(Context context, String[] arguments) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals("--lang")) {
                context.language(arguments[i + 1]); // help is printed before options are heard
            }
        }
        Commands top = new Commands(context);
        CommandLine line = new CommandLine(top, new Factory(context));
        line.setResourceBundle(context.messages().bundle());
        line.setOut(context.out());
        line.setErr(context.err());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((mistake, given) -> {
            context.tell(mistake.getMessage());
            StringWriter suggestions = new StringWriter();
            CommandLine.UnmatchedArgumentException.printSuggestions(mistake, new PrintWriter(suggestions));
            suggestions.toString().lines().forEach(context::tell);
            context.tell(context.messages()
                    .text(
                            "error.see-help",
                            mistake.getCommandLine().getCommandSpec().qualifiedName()));
            return WRONG_INPUT;
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> top.failed(failure));
        line.setExecutionStrategy(parsed -> {
            top.prepare();
            return new CommandLine.RunLast().execute(parsed);
        });
        try {
            return line.execute(arguments);
        } catch (StackOverflowError
                | LinkageError
                | AssertionError failure) { // a plug-in's, not worth the whole process
            return top.failed(new IllegalStateException(failure.toString(), failure));
        }
    }

    /** Tells the context what was asked of all commands. */
    private void prepare() {
        if (trust) {
            context.trust();
        }
        if (patience < 1) {
            throw new ParameterException(spec.commandLine(), context.messages().text("error.patience", patience));
        }
        context.patience(Duration.ofSeconds(patience));
    }

    private int failed(Exception failure) {
        if (debug) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            context.tell(trace.toString());
        }
        if (failure instanceof InputException) {
            context.tell(failure.getMessage());
            return WRONG_INPUT;
        }
        if (failure instanceof CancelledException || failure instanceof InterruptedException) {
            context.tell(context.messages().text("cancelled"));
            return CANCELLED;
        }
        String reason = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        context.tell(context.messages().text("failed", failure.getClass().getSimpleName() + reason));
        if (!debug) {
            context.tell(context.messages().text("failed.debug"));
        }
        return FAILED;
    }

    /** Gives commands their context. */
    private record Factory(Context context) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(Context.class).newInstance(context);
            } catch (NoSuchMethodException ownCommand) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }

    /** Prints the completion script for bash and zsh. */
    @Command(name = "completion")
    static final class Completion implements Runnable {
        private final Context context;

        @Spec
        private CommandSpec spec;

        Completion(Context context) {
            this.context = context;
        }

        @Override
        public void run() {
            context.out().print(AutoComplete.bash("einfluss", spec.root().commandLine()));
        }
    }
}
