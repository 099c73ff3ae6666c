package org.einfluss.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.einfluss.api.InputException.Place;
import org.einfluss.engine.experiment.Configured;
import org.einfluss.engine.parameters.YamlSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a calculation: a closed form or fixed point. */
@Command(name = "calculate")
final class Calculate implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "ID", descriptionKey = "calculate.id")
    private String id;

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "option.set")
    private List<String> settings = new ArrayList<>();

    @Mixin
    private FindingsOutput output;

    Calculate(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Configured calculation = new Configured(id, YamlSettings.assignments(settings), new Place("calculate", 0, 0));
        return output.write(context, List.of(context.einfluss().calculate(calculation, context.progress())));
    }
}
