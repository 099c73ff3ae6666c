/**
 * Charts of findings as JFreeChart: for every simple figure, and by chart views for whatever a theory wants to show.
 *
 * <p>How to add a chart view:
 *
 * <ol>
 *   <li>Implement {@link org.einfluss.charts.ChartView}; recognise your findings by their kind and tables.
 *   <li>Draw from the tables of the findings and from nothing else, so that every number is in the workbook too.
 *   <li>Build the chart with {@link org.einfluss.charts.FigureChart} or {@link org.einfluss.charts.HeatMap}, or with
 *       JFreeChart itself and {@link org.einfluss.charts.ChartTheme#finish}.
 *   <li>Register it: {@code @Component(service = ChartView.class)}.
 *   <li>Check it: {@code org.einfluss.tck.ChartViewContract}. Example: {@code Generations} in {@code org.einfluss.example}.
 * </ol>
 */
@Export
@Version("1.0.0")
package org.einfluss.charts;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
