/**
 * Outcomes: tables and figures, and the pure functions that compute them from datasets, studies or formulas.
 *
 * <ol>
 *   <li>Choose by what you need: nothing but parameters, {@link org.einfluss.api.findings.Calculation}; a network and its logs,
 *       {@link org.einfluss.api.findings.Analysis}; the runs of an experiment, {@link org.einfluss.api.findings.StudyAnalysis}.
 *   <li>Refuse in a sentence what you cannot answer ({@link org.einfluss.api.InputException}); an analysis of studies says it beforehand in
 *       {@code needs}, so that nobody computes for a day in vain.
 *   <li>Put every number into a {@link org.einfluss.api.findings.Table}, most easily by {@link org.einfluss.api.findings.Rows}: columns with
 *       name, unit and meaning.
 *   <li>Draw a {@link org.einfluss.api.findings.Figure} over its columns where lines, points, bars or a histogram do; else add a chart view
 *       ({@code org.einfluss.charts}).
 *   <li>Return {@link org.einfluss.api.findings.Findings} whose kind is your id, with headlines, caveats as notes, and what to cite. The same
 *       input gives the same findings: no clock, no hash order, no state.
 *   <li>Check it: {@code org.einfluss.tck.CalculationContract} or {@code AnalysisContract}. Examples: {@code RumourOnTree},
 *       {@code Reciprocity}, {@code Quartiles} in {@code org.einfluss.example}.
 * </ol>
 */
@Export
@Version("1.1.0")
package org.einfluss.api.findings;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
