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
     * Morris' design for screening: {@code trajectories} paths through the grid of the factors' ranges, on each of which every factor moves
     * once, in random order, by more than half of its range. A path has one point more than there are factors; paths follow each other.
     *
     * <p>With p levels, positions are 0, 1/(p − 1), …, 1 of the range and every move is Δ = p/(2(p − 1)) (Morris 1991,
     * doi:10.1080/00401706.1991.10484804). Where a path begins is stratified: each factor's p/2 possible pairs of levels are used about
     * equally often.
     *
     * @param trajectories number of paths, at least half as many as levels
     * @param levels number of levels p, even
     */
    record Morris(
            @Param(value = "Trajectories", initial = "10", range = "[2,100000]")
            int trajectories,

            @Param(value = "Levels", initial = "4", range = "[2,100]")
            int levels)
            implements Design {
        /** Checks that levels pair and all pairs are used. */
        public Morris {
            if (levels % 2 != 0) {
                throw new IllegalArgumentException("A morris design needs an even number of levels, was " + levels);
            }
            if (2 * trajectories < levels) {
                throw new IllegalArgumentException(
                        "A morris design needs at least half as many trajectories as levels, was " + trajectories
                                + " for " + levels + " levels");
            }
        }
    }

    /**
     * Saltelli's design for Sobol indices: for each of {@code points} base points two independent positions A and B of all factors, and
     * for every factor A with that factor taken from B; so k + 2 design points for k factors, which follow each other in this order
     * (Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018).
     *
     * <p>A and B are halves of the points of Sobol's sequence in 2k dimensions, shifted modulo 1 by one random vector that follows from the
     * experiment's key. A power of two is best.
     *
     * @param points number of base points
     */
    record Saltelli(
            @Param(value = "Base points", range = "[2,100000]")
            int points) implements Design {}

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
