package org.einfluss.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Plan;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.experiment.Experiment;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.experiment.Planner;
import org.einfluss.engine.parameters.YamlSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the guide and the README say is so. */
class GuideTest {
    private static final Path EXPERIMENTS = Guide.FOLDER.resolve("experiments");
    private static final Pattern TOP_KEY = Pattern.compile("(?m)^([a-z-]+):");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|\\S+");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)");
    private static final Pattern HEADING = Pattern.compile("(?m)^(#+) ");
    private static final Pattern TABLE = Pattern.compile("(?m)(?:^\\|.*\n)+");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]*\\.[0-9]+");
    private static final long LARGEST_FIGURE = 150_000;

    /** What an example that shows only some keys is completed with. */
    private static final List<String> REST = List.of(
            "format: 1",
            "network: {id: erdos-renyi, nodes: 100}",
            "model: watts-threshold",
            "seeding: random",
            "replicates: {networks: 2, runs: 2}");

    private static Catalog catalog;

    @BeforeAll
    static void findComponents() throws IOException, ReflectiveOperationException {
        catalog = Product.catalog();
    }

    static List<Guide.Block> experiments() {
        return Guide.blocks("yaml").stream().filter(block -> !isModel(block)).toList();
    }

    static List<Guide.Block> models() {
        return Guide.blocks("yaml").stream().filter(GuideTest::isModel).toList();
    }

    private static boolean isModel(Guide.Block block) {
        return block.text().contains("\nrules:");
    }

    static List<Path> experimentFiles() {
        return Guide.files(EXPERIMENTS, ".yaml");
    }

    static List<Guide.Block> code() {
        return Guide.blocks("java");
    }

    static List<String> commands() {
        List<String> commands = Guide.blocks("sh").stream()
                .flatMap(block -> block.text().replaceAll("\\\\\n\\s*", " ").lines())
                .filter(line -> line.contains("./einfluss "))
                .map(line -> line.substring(line.indexOf("./einfluss ") + "./einfluss ".length()))
                .distinct()
                .toList();
        assertTrue(commands.size() > 20, "few commands were found: " + commands);
        return commands;
    }

    static List<Path> pages() {
        return Guide.pages();
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void experimentIsPlanned(Guide.Block block) throws IOException {
        assertPlanned(completed(block.text()), block.toString());
    }

    @ParameterizedTest
    @MethodSource("experimentFiles")
    void experimentFileIsPlanned(Path file) throws IOException {
        assertPlanned(Guide.text(file), file.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("models")
    void declaredModelIsAFileOfTheGuide(Guide.Block block) {
        assertTrue(
                Guide.files(Product.MODELS, ".yaml").stream()
                        .anyMatch(file -> Guide.text(file).equals(block.text())),
                block::toString);
    }

    @Test
    void everyReadyExperimentIsPlannedAndListed() throws IOException {
        Path folder =
                Guide.ROOT.resolve("bundles/org.einfluss.samples/src/main/resources/org/einfluss/samples/experiments");
        List<String> files = Guide.files(folder, ".yaml").stream()
                .map(file -> file.getFileName().toString().replace(".yaml", ""))
                .sorted()
                .toList();
        assertFalse(files.isEmpty());
        // those of the bundle of examples are not part of the product
        assertEquals(
                files,
                catalog.experiments().stream()
                        .filter(name -> !name.startsWith("example-"))
                        .toList());
        for (String name : catalog.experiments()) {
            String text = catalog.experiment(name);
            assertTrue(
                    TOP_KEY.matcher(text).results().anyMatch(key -> key.group(1).equals("title")), name);
            assertPlanned(text, name);
        }
        InputException unknown = assertThrows(InputException.class, () -> catalog.experiment("window-mop"));
        assertTrue(unknown.getMessage().contains("did you mean 'window-map'?"), unknown::getMessage);
    }

    private static void assertPlanned(String yaml, String name) throws IOException {
        Plan plan = Planner.plan(ExperimentFile.read(yaml, name), catalog, EXPERIMENTS, Progress.NONE);
        assertFalse(plan.points().isEmpty());
    }

    private static String completed(String yaml) {
        Set<String> keys =
                TOP_KEY.matcher(yaml).results().map(key -> key.group(1)).collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(
                        keys.contains("format")
                                ? Stream.<String>empty()
                                : REST.stream().filter(line -> !keys.contains(line.substring(0, line.indexOf(':')))),
                        Stream.of(yaml))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void everyKeyOfTheFormatIsExplained() {
        String page = Guide.text(Guide.FOLDER.resolve("experiment-files.md"));
        Experiment experiment = ExperimentFile.read(String.join("\n", REST), "keys")
                .withSettings(List.of(
                        "prepare=x", "campaign=x", "measures=x", "analyses=x", "coins=common", "design=factorial"));
        List<String> keys = TOP_KEY.matcher(ExperimentFile.write(experiment))
                .results()
                .map(key -> key.group(1))
                .toList();
        assertEquals(16, keys.size(), () -> "keys of the format: " + keys);
        for (String key : keys) {
            assertTrue(page.contains("\n| `" + key + "` |"), () -> "no row for the key " + key);
        }
    }

    @Test
    void experimentsShownWithTheirFileAreThatFile() {
        assertEquals(Guide.text(EXPERIMENTS.resolve("window.yaml")), block("README.md"));
        assertEquals(Guide.text(EXPERIMENTS.resolve("rumour.yaml")), block("plug-ins.md"));
        assertTrue(Guide.text(Guide.FOLDER.resolve("declared-models.md"))
                .contains("```yaml\n" + Guide.text(EXPERIMENTS.resolve("new-drug.yaml")) + "```"));
    }

    private static String block(String page) {
        return experiments().stream()
                .filter(block -> block.page().endsWith(page))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @ParameterizedTest
    @MethodSource("code")
    void codeStandsInACompiledSource(Guide.Block block) {
        Path sources = Guide.ROOT.resolve("bundles/org.einfluss.example/src");
        assertTrue(
                Guide.files(sources, ".java").stream()
                        .anyMatch(source -> Guide.text(source).contains(block.text())),
                () -> "no source below " + sources + " contains the code of " + block);
    }

    @Test
    void modelOfTheReadmeHasTwentyFiveLines() {
        Guide.Block model = code().stream()
                .filter(block -> block.page().endsWith("README.md"))
                .findFirst()
                .orElseThrow();
        assertEquals(25, model.text().lines().count());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandLineIsUnderstood(String line) throws ReflectiveOperationException {
        String[] words = words(line);
        CommandLine.ParseResult parsed = commandLine().parseArgs(words);
        assertTrue(parsed.hasSubcommand());
        if (words[0].equals("calculate")) {
            List<String> settings = new ArrayList<>();
            for (int i = 0; i + 1 < words.length; i++) {
                if (words[i].equals("--set")) {
                    settings.add(words[i + 1]);
                }
            }
            catalog.find(Kind.CALCULATION, words[1]).schema().bind(YamlSettings.assignments(settings));
        } else if (words[0].equals("describe")) {
            assertTrue(
                    Stream.of(Kind.values()).anyMatch(kind -> catalog.contains(kind, words[1]))
                            || catalog.experiments().contains(words[1])
                            || catalog.datasets().stream()
                                    .anyMatch(dataset -> dataset.name().equals(words[1])),
                    () -> words[1] + " does not exist");
        } else if (words[0].equals("run") && line.contains("--set")) {
            List<String> settings = parsed.subcommand().matchedOption("--set").typedValues().stream()
                    .flatMap(values -> ((List<?>) values).stream())
                    .map(String::valueOf)
                    .toList();
            ExperimentFile.read(Guide.text(EXPERIMENTS.resolve("window.yaml")), "window.yaml")
                    .withSettings(settings);
        }
    }

    private static String[] words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> Stream.of(word.group(1), word.group(2), word.group())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow())
                .toArray(String[]::new);
    }

    /** The real commands; they are given nothing to work with, since they are only to parse. */
    private static CommandLine commandLine() throws ReflectiveOperationException {
        return new CommandLine(made(Class.forName("org.einfluss.cli.Commands")), new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type.getName().startsWith("org.einfluss.cli.")
                        ? type.cast(made(type))
                        : CommandLine.defaultFactory().create(type);
            }
        });
    }

    private static Object made(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance(new Object[constructor.getParameterCount()]);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) {
        List<String> broken = LINK.matcher(Guide.text(page))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.startsWith("https://"))
                .filter(target -> !Files.exists(page.resolveSibling(target)))
                .toList();
        assertEquals(List.of(), broken);
    }

    static List<Path> translations() {
        return Guide.translations();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void translationIsBuiltLikeItsPage(Path german) {
        Path english = Guide.original(german);
        String from = Guide.prose(english);
        String to = Guide.prose(german);
        String where = Guide.ROOT.relativize(german) + " differs from " + english.getFileName() + " in its ";
        assertEquals(groups(HEADING, from, 1), groups(HEADING, to, 1), where + "headings");
        assertEquals(fences(english), fences(german), where + "code blocks");
        assertEquals(links(english, from), links(english, to), where + "links");
        List<String> tables = groups(TABLE, from, 0);
        List<String> translated = groups(TABLE, to, 0);
        assertEquals(rows(tables), rows(translated), where + "numbers of table rows");
        assertEquals(
                groups(DECIMAL, String.join("", tables), 0),
                groups(DECIMAL, String.join("", translated), 0),
                where + "numbers in tables");
    }

    @ParameterizedTest
    @MethodSource("translations")
    void translationLeadsToTranslations(Path german) {
        Set<Path> originals = Guide.translations().stream().map(Guide::original).collect(Collectors.toSet());
        List<String> english = groups(LINK, Guide.prose(german), 1).stream()
                .filter(link -> originals.contains(german.resolveSibling(link).normalize()))
                .toList();
        assertEquals(
                List.of(), english, () -> Guide.ROOT.relativize(german) + " leads to pages that are there in German");
    }

    private static List<String> groups(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map(match -> match.group(group)).toList();
    }

    private static List<String> fences(Path page) {
        return Guide.blocks(page).stream()
                .map(block -> block.language() + "\n" + block.text())
                .toList();
    }

    /** Where a page leads, whatever the language, but not to itself in the other one. */
    private static List<String> links(Path page, String text) {
        return groups(LINK, text, 1).stream()
                .map(link -> link.replace("_de.md", ".md"))
                .filter(link -> !link.equals(page.getFileName().toString()))
                .sorted()
                .toList();
    }

    private static List<Long> rows(List<String> tables) {
        return tables.stream().map(table -> table.lines().count()).toList();
    }

    @Test
    void figuresAreShownAndSmall() throws IOException {
        String all = pages().stream().map(Guide::text).collect(Collectors.joining());
        List<Path> figures = Guide.files(Guide.FOLDER.resolve("figures"), ".png");
        assertFalse(figures.isEmpty());
        for (Path figure : figures) {
            assertTrue(all.contains("figures/" + figure.getFileName()), () -> figure + " is shown nowhere");
            assertTrue(Files.size(figure) < LARGEST_FIGURE, () -> figure + " is too large");
        }
    }

    /** Numbers of at least six digits in the tables of a theory page are those its tests compare with. */
    @ParameterizedTest
    @CsvSource({
        "watts.md, org.einfluss.theory.watts",
        "influentials.md, org.einfluss.theory.watts",
        "virality.md, org.einfluss.theory.watts",
        "baselines.md, org.einfluss.theory.baselines",
        "flow.md, org.einfluss.theory.flow"
    })
    void tablesHaveTheNumbersOfTheTests(String page, String bundle) {
        String tests = Guide.files(Guide.ROOT.resolve("bundles/" + bundle + "/src/test"), ".java").stream()
                .map(Guide::text)
                .collect(Collectors.joining());
        List<String> numbers = Pattern.compile("(?m)^\\|.*\\|$")
                .matcher(Guide.text(Guide.FOLDER.resolve("theory").resolve(page)))
                .results()
                .map(MatchResult::group)
                .flatMap(row -> Pattern.compile("[0-9]+(\\.[0-9]{6,})")
                        .matcher(row)
                        .results()
                        .map(number -> number.group().replaceFirst("^0", "")))
                .toList();
        assertFalse(numbers.isEmpty());
        assertEquals(
                List.of(),
                numbers.stream()
                        .filter(number -> !tests.contains(number))
                        .filter(number -> !tests.contains("0" + number))
                        .toList());
    }
}
