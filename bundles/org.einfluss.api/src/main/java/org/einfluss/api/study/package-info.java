/**
 * Studies: the resolved plan of an experiment, how it is run, stored and read, and the estimates drawn from it.
 *
 * <ol>
 *   <li>To read a study, in an analysis or export: {@link org.einfluss.api.study.Study} gives the {@link org.einfluss.api.study.Plan}, the
 *       {@link org.einfluss.api.study.Observations} row by row, the {@link org.einfluss.api.study.Events}, and
 *       {@link org.einfluss.api.study.Estimates} with honest intervals. Close what you open.
 *   <li>To write it in another form, implement {@link org.einfluss.api.study.Export}: one file, the same bytes for the same study, failed
 *       runs counted. Contract {@code org.einfluss.tck.ExportContract}, example {@code HeadlinesExport} in {@code org.einfluss.example}.
 *   <li>To compute elsewhere, implement {@link org.einfluss.api.study.Runner}: call the worker once for each pending shard, in any order, on
 *       any threads; pass on what fails. Contract {@code RunnerContract}, example {@code OneAfterTheOther}.
 *   <li>To offer ready experiments, implement {@link org.einfluss.api.study.ExperimentLibrary}; example {@code ExampleExperiments}. To read
 *       designs from another kind of table, {@link org.einfluss.api.study.TableReader}; example {@code WordTable}.
 * </ol>
 *
 * <p>The other interfaces are implemented by Einfluss alone.
 */
@Export
@Version("1.2.0")
package org.einfluss.api.study;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
