package org.einfluss.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.ActivityLog;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.internal.ReaderParameters;

/**
 * A log in files of its own that belongs to a dataset, and how it is read.
 *
 * @param <P> the reader's parameters
 * @param sources one or several files that together are the log
 * @param reader reads them
 * @param parameters the reader's parameters
 */
public record LogFiles<P extends Record>(List<Source> sources, LogReader<P> reader, P parameters) {
    /** Copies the list. */
    public LogFiles {
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("A log has at least one file");
        }
    }

    /**
     * Reads the log onto a dataset.
     *
     * @param dataset the dataset
     * @param report told what is found, under the log's name
     * @param progress told how far it is
     * @return the same with the log
     * @throws IOException when a file cannot be read
     * @throws InputException when the log is wrong, or the dataset has one of the same name
     */
    Dataset onto(Dataset dataset, ImportReport report, Progress progress) throws IOException {
        ImportReport own = new ImportReport();
        Dataset read = reader.read(sources, parameters, dataset.network(), own, progress);
        List<AdoptionLog> logs = new ArrayList<>(dataset.logs());
        logs.addAll(read.logs());
        List<ActivityLog> activities = new ArrayList<>(dataset.activities());
        activities.addAll(read.activities());
        unique(logs.stream().map(AdoptionLog::name).toList());
        unique(activities.stream().map(ActivityLog::name).toList());
        String name = (read.logs().isEmpty() ? "acts" : "log") + " '"
                + (read.logs().isEmpty()
                        ? read.activities().get(0).name()
                        : read.logs().get(0).name())
                + "'";
        report.fact(name, DatasetFolder.idOf(reader));
        own.facts().forEach((what, value) -> report.fact(name + ", " + what, value));
        report.losses(own);
        return new Dataset(dataset.descriptor(), read.network(), logs, activities);
    }

    private static void unique(List<String> names) {
        Set<String> seen = new TreeSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new InputException(
                        "There is a log '" + name + "' already. Give this one another name (--log-name).");
            }
        }
    }

    /**
     * Returns the entry of the log in {@code dataset.yaml}.
     *
     * @param files names of its files in the dataset's folder
     */
    Map<String, Object> recipe(List<String> files) {
        Map<String, Object> recipe = new LinkedHashMap<>();
        recipe.put("reader", DatasetFolder.idOf(reader));
        recipe.put("files", new ArrayList<>(files));
        sources.get(0).encoding().ifPresent(encoding -> recipe.put(DatasetFolder.ENCODING, encoding.name()));
        recipe.putAll(ReaderParameters.toMap(parameters));
        return recipe;
    }
}
