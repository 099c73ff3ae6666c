package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.plugins.Plugin;
import org.einfluss.plugins.PluginFolder;
import org.einfluss.sdk.PluginProject;
import org.einfluss.sdk.PluginTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Writes the beginning of a plug-in: one Java file, or a Maven project. */
@Command(name = "new-plugin")
final class NewPlugin implements Callable<Integer> {
    private static final String API = "org.einfluss.api";

    private final Context context;

    @Parameters(paramLabel = "NAME", descriptionKey = "new-plugin.name")
    private String name;

    @Option(names = "--single", descriptionKey = "new-plugin.single")
    private boolean single;

    @Option(names = "--kind", paramLabel = "KIND", converter = TemplateName.class, descriptionKey = "new-plugin.kind")
    private Optional<PluginTemplate> template = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "new-plugin.out")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--sdk", paramLabel = "DIR", descriptionKey = "new-plugin.sdk")
    private Optional<Path> sdk = Optional.empty();

    NewPlugin(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (single && sdk.isPresent() || !single && template.isPresent()) {
            throw new InputException(
                    context.messages().text("new-plugin.either", single ? "--sdk" : "--kind", single ? 1 : 0));
        }
        if (single) {
            single(template.orElse(PluginTemplate.MODEL));
        } else {
            project();
        }
        return Commands.DONE;
    }

    private void single(PluginTemplate kind) throws IOException {
        String id = PluginTemplate.id(name);
        Optional<Kind> component = kind.kind();
        Path folder = out.orElse(context.home().resolve("plugins"));
        boolean isNew = Files.notExists(folder.resolve(kind.file(name)));
        if (isNew && component.isPresent() && context.catalog().contains(component.get(), id)) {
            throw new InputException(context.messages()
                    .text(
                            "new-plugin.taken",
                            id,
                            context.catalog().find(component.get(), id).origin().name()));
        }
        boolean nothingWaits = context.plugins().stream().noneMatch(plugin -> plugin.state() == Plugin.State.WAITING);
        Path file = kind.write(name, folder);
        if (out.isEmpty() && nothingWaits) { // who has Einfluss write a plug-in need not be asked whether it may start
            PluginFolder plugins = context.pluginService().folder(context.home());
            plugins.refresh();
            plugins.agree();
        }
        context.say("new-plugin.written", file);
        context.say(component.isPresent() ? "new-plugin.single-next" : "new-plugin.view-next", id, file);
    }

    private void project() throws IOException {
        PluginProject project = new PluginProject(name);
        Path folder = out.orElse(Path.of(project.folder()));
        List<Path> files = project.write(folder, sdk.orElseGet(this::shippedSdk));
        files.forEach(file -> context.say("new-plugin.written", file));
        context.say("new-plugin.project-next", folder);
    }

    /** Reads the name of a template. */
    private static final class TemplateName implements ITypeConverter<PluginTemplate> {
        @Override
        public PluginTemplate convert(String text) {
            return Stream.of(PluginTemplate.values())
                    .filter(template -> template.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "expected one of " + List.of(PluginTemplate.values()) + " but was '" + text + "'"));
        }
    }

    /** The folder beside the jars that this product runs from. */
    private Path shippedSdk() {
        return context.installed().bundles().stream()
                .filter(bundle -> bundle.get("name").equals(API))
                .map(bundle -> Path.of(bundle.get("jar")).getParent().resolveSibling("sdk"))
                .findFirst()
                .orElse(Path.of("sdk"));
    }
}
