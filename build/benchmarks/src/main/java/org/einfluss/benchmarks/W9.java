package org.einfluss.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.einfluss.api.Progress;
import org.einfluss.api.model.EventSink;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.BarabasiAlbert;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.math.RandomStream;
import org.einfluss.plugins.SourceTranslator.Translation;
import org.einfluss.plugins.declared.DeclaredModels;
import org.einfluss.theory.baselines.SusceptibleInfectiousRecovered;
import org.einfluss.theory.watts.WattsThreshold;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * W9: models declared in YAML against the same written by hand: SIR as in W4, and Watts cascades from ten seeds on a random graph of mean
 * degree 4 with φ = 0.18, as in W1a; binding included, compiling not.
 */
public class W9 extends Workload {
    /** Number of nodes. */
    @Param("1000000")
    public int nodes;

    /** The fast loops draw from the run's stream; common coins belong to run and arc. */
    @Param({"independent", "common"})
    public String coins;

    /** Who wrote the model. */
    @Param({"hand", "declared"})
    public String written;

    private Network grown;
    private Network random;
    private Model<?> sir;
    private Model<?> watts;
    private int key;

    /** Draws the graphs and compiles the models. */
    @Setup(Level.Trial)
    public void draw() {
        grown = Network.of(BarabasiAlbert.draw(nodes, 3, new RandomStream(42)));
        random = Network.of(ErdosRenyi.gnp(nodes, ErdosRenyi.probability(nodes, 4), new RandomStream(42)));
        boolean hand = written.equals("hand");
        sir = hand ? new SusceptibleInfectiousRecovered() : declared("sir.yaml");
        watts = hand ? new WattsThreshold() : declared("watts.yaml");
    }

    /** Infection probability 0.05, recovery probability 0.2. */
    @Benchmark
    public double epidemic() {
        return run(sir, "{infection: 0.05, recovery: 0.2}", grown, 0.461);
    }

    /** A share of 0.18 of neighbours is enough. */
    @Benchmark
    public double threshold() {
        return run(watts, "{threshold: 0.18}", random, 0.9802);
    }

    private double run(Model<?> model, String settings, Network network, double expected) {
        Record parameters = ParameterSchema.ofComponent(model, Kind.MODEL.type())
                .bind((Setting.Fields) YamlSettings.value(settings, Setting.NOWHERE));
        @SuppressWarnings("unchecked") // every model takes the records that its own schema makes
        Simulation simulation = ((Model<Record>) model).bind(parameters, network);
        Run run = new Run(coins.equals("common"), Progress.NONE, EventSink.NONE);
        simulation.begin(run.begin(key++, IntStream.range(0, 10).toArray()));
        while (simulation.step()) {
            // to the end
        }
        int ever = 0;
        for (int v = 0; v < nodes; v++) {
            ever += simulation.nodes().state(v) == 0 ? 0 : 1;
        }
        double share = (double) ever / nodes;
        answer(Answer.of("%d reached", ever).expect("share reached", share, expected, 0.006 + 4 / Math.sqrt(nodes)));
        return share;
    }

    private static Model<?> declared(String file) {
        try (InputStream in = W9.class.getResourceAsStream(file)) {
            Translation translation =
                    new DeclaredModels().translate(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!translation.problems().isEmpty()) {
                throw new IllegalStateException(translation.problems().toString());
            }
            Path folder = Files.createTempDirectory("w9");
            Path source = folder.resolve(translation.className() + ".java");
            Files.writeString(source, translation.java());
            List<String> options = List.of("-proc:none", "-d", folder.toString(), source.toString());
            if (ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new)) != 0) {
                throw new IllegalStateException(source + " does not compile");
            }
            URL[] path = {folder.toUri().toURL()};
            Constructor<?> constructor = new URLClassLoader(path, W9.class.getClassLoader())
                    .loadClass(translation.className())
                    .getConstructor();
            return (Model<?>) constructor.newInstance();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
