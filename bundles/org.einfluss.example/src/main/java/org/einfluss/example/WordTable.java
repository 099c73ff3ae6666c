package org.einfluss.example;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einfluss.api.InputException.Place;
import org.einfluss.api.study.TableReader;
import org.osgi.service.component.annotations.Component;

/** Reads tables of design points from {@code .words} files: one row per line, cells separated by blanks. */
@Component(service = TableReader.class)
public final class WordTable implements TableReader {
    private static final Pattern WORD = Pattern.compile("\\S+");

    @Override
    public boolean reads(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".words");
    }

    @Override
    public List<Row> rows(Path file, String name, Optional<String> sheet) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            int number = rows.size() + 1;
            List<Cell> cells = new ArrayList<>();
            for (Matcher word = WORD.matcher(line); word.find(); ) {
                cells.add(new Cell(new Place(name, number, word.start() + 1), word.group()));
            }
            rows.add(new Row(new Place(name, number, 1), cells));
        }
        return rows;
    }
}
