package org.einfluss.engine.experiment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.einfluss.api.Param;

/** Which combinations of the factors' levels become design points. */
public sealed interface Design {
    /** Every combination; the last factor changes fastest. */
    record Factorial() implements Design {}

    /**
     * The baseline, and each factor's other levels while all others stay at the baseline. The parameters of a component
     * that is not the baseline's vary while it is chosen.
     *
     * @param baseline the baseline's levels, each {@code factor=level}; factors not named start at their first level
     */
    record OneAtATime(
            @Param(value = "Baseline", initial = "[]", help = "Each item factor=level; else the first level")
            List<String> baseline)
            implements Design {
        /** Copies the list. */
        public OneAtATime {
            baseline = List.copyOf(baseline);
        }
    }

    /**
     * Points such that each factor's range, cut into as many equal strata as there are points, has one point in each stratum
     * (McKay, Beckman and Conover 1979, doi:10.1080/00401706.1979.10489755).
     *
     * @param points number of points
     */
    record LatinHypercube(
            @Param(value = "Points", range = "[1,1000000]") int points) implements Design {}

    /**
     * The first points of Sobol's sequence, the origin included, with the direction numbers of Joe and Kuo (2008,
     * doi:10.1137/070709359). A power of two is best.
     *
     * @param points number of points
     */
    record Sobol(
            @Param(value = "Points", range = "[1,1000000]") int points) implements Design {}

    /**
     * The rows of a file (CSV or XLSX); its first row names factors or parameters such as {@code model.threshold}.
     *
     * @param file name of the file, relative to the experiment file
     * @param sheet of a workbook; its first one where empty
     */
    record Table(
            @Param("File") String file,

            @Param(value = "Sheet", help = "Of a workbook; else the first")
            Optional<String> sheet)
            implements Design {
        /** Checks that nothing is missing. */
        public Table {
            Objects.requireNonNull(file);
            Objects.requireNonNull(sheet);
        }
    }
}
