package org.einfluss.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.Direction;
import org.einfluss.formats.DatasetImport.Extras;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetRemovalTest {
    private static final List<DatasetReader<?>> READERS = List.of(new EdgeListReader());
    private static final String TIES = "ann,bob\nbob,cid\n";

    @TempDir
    private Path home;

    private CsrCache cache() {
        return new CsrCache(home.resolve("cache"));
    }

    private void dataset(String name, String text) throws IOException {
        new DatasetImport(READERS)
                .importFile(
                        Texts.of("ties.csv", text),
                        new EdgeListReader(),
                        EdgeListReader.Parameters.of(Direction.MUTUAL),
                        new DatasetDescriptor(
                                name, name, "", "", "", List.of(), List.of(), "none", Direction.MUTUAL, ""),
                        Extras.NONE,
                        home,
                        false,
                        Progress.NONE);
        new HomeLibrary(home, READERS, Optional.of(cache())).open(name, Progress.NONE);
    }

    private DatasetRemoval find(String name) throws IOException {
        return DatasetRemoval.find(home, name, READERS, cache(), Progress.NONE);
    }

    private void put(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Set<String> there() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString())
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void allThatIsKeptOfItGoesAndNothingElse() throws IOException {
        dataset("others", "zoe,yan\n");
        Set<String> before = there();
        dataset("friends", TIES);
        put("datasets/friends-core/derived.yaml", "format: 1\nname: friends-core\nfrom: friends\n");
        put("datasets/friends-core/pay.csv", "id,pay\nann,3\n");
        put("studies/one/inputs/friends.json", "{}");
        put("studies/one/inputs/copy.csv", TIES);
        put("studies/two/inputs/others.json", "{}");
        put("studies/two/copy.csv", "ann,bob\n");
        DatasetRemoval found = find("friends");
        assertEquals(List.of("friends-core"), found.derived());
        assertEquals(List.of(home.resolve("studies/one")), found.studies());
        // dataset.yaml, report and ties; recipe and table; the cache's entry; the copy
        assertEquals(7, found.files().size());
        assertEquals((long) TIES.length(), found.files().get(home.resolve("studies/one/inputs/copy.csv")));
        assertTrue(there().contains("datasets/friends/ties.csv"), "finding deletes nothing");
        found.delete();
        before.addAll(
                Set.of("studies/one/inputs/friends.json", "studies/two/inputs/others.json", "studies/two/copy.csv"));
        assertEquals(before, there());
        assertFalse(Files.exists(home.resolve("datasets/friends")));
        assertFalse(Files.exists(home.resolve("datasets/friends-core")));
    }

    @Test
    void onlyDatasetsOfTheFolderAreDeleted() throws IOException {
        dataset("others", "zoe,yan\n");
        put("dataset.yaml", "format: 1");
        for (String name : List.of("karate", "..", "../..", "")) {
            String sentence =
                    assertThrows(InputException.class, () -> find(name)).getMessage();
            assertTrue(sentence.contains("cannot be deleted"), sentence);
        }
    }
}
