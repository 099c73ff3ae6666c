package org.einfluss.engine.catalog;

import java.util.Locale;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.findings.Analysis;
import org.einfluss.api.findings.Calculation;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.model.Campaign;
import org.einfluss.api.model.Generator;
import org.einfluss.api.model.Measure;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Seeding;
import org.einfluss.api.model.Transform;
import org.einfluss.api.study.Export;
import org.einfluss.api.study.Runner;

/** The kinds of components that bundles contribute. */
public enum Kind {
    /** Rules of spread. */
    MODEL(Model.class),
    /** Rules that draw networks. */
    GENERATOR(Generator.class),
    /** Rules that make a network into another. */
    TRANSFORM(Transform.class),
    /** Rules that choose who is active from the start. */
    SEEDING(Seeding.class),
    /** Rules that plan timed pushes. */
    CAMPAIGN(Campaign.class),
    /** Quantities observed on any run. */
    MEASURE(Measure.class),
    /** Closed forms and fixed points. */
    CALCULATION(Calculation.class),
    /** Analyses of a dataset. */
    ANALYSIS(Analysis.class),
    /** Analyses of a study. */
    STUDY_ANALYSIS(StudyAnalysis.class),
    /** Readers of datasets. */
    DATASET_READER(DatasetReader.class),
    /** Writers of datasets. */
    DATASET_WRITER(DatasetWriter.class),
    /** Exports of studies to files. */
    EXPORT(Export.class),
    /** Places where shards are executed. */
    RUNNER(Runner.class);

    private final Class<?> type;

    Kind(Class<?> type) {
        this.type = type;
    }

    /** Returns the interface that components of this kind implement. */
    public Class<?> type() {
        return type;
    }

    /** Returns what a component of this kind is called in messages, for example {@code study analysis}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
