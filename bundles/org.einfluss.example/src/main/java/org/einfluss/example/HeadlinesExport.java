package org.einfluss.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.study.Export;
import org.einfluss.api.study.Study;
import org.osgi.service.component.annotations.Component;

/** Writes the headlines of all findings as a page of Markdown, with the study's id. */
@Component(service = Export.class)
@Described(id = "example-headlines", name = "Headlines", summary = "The headlines of all findings as Markdown.")
public final class HeadlinesExport implements Export {
    @Override
    public String extension() {
        return "md";
    }

    @Override
    public void write(Study study, List<Findings> findings, Path file, Progress progress) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# " + study.plan().title());
        for (Findings one : findings) {
            progress.checkCancelled();
            lines.add("");
            lines.add("## " + one.title());
            for (Headline headline : one.headlines()) {
                lines.add("- " + headline.label() + ": " + (headline.value() + " " + headline.unit()).strip());
            }
        }
        lines.add("");
        lines.add("Study " + study.plan().id());
        Files.write(file, lines);
    }
}
