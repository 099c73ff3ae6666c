package org.einfluss.networks;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * The people of two cities: an undirected network with places.
 *
 * <p>Every pair within a city is linked with the same probability, and every pair across. Node columns {@code latitude} and {@code longitude}
 * (degrees) hold the place, {@code block} the city, 0 or 1. Distances are those of {@link org.einfluss.graph.measure.GreatCircle}.
 */
@Component(service = Generator.class)
@Described(
        id = "two-cities",
        name = "Two cities",
        summary = "People with places in two cities, linked within and between them.")
public final class TwoCities implements Generator<TwoCities.Parameters> {
    /** For the registry, and for use as a plain library. */
    public TwoCities() {}

    /**
     * Parameters of the generator.
     *
     * @param nodesA people of city A
     * @param nodesB people of city B
     * @param within mean number of links to people of the own city
     * @param between mean number of links k_AB of a person in A to people in B
     * @param distance kilometres between the centres
     * @param radius kilometres from the centre to the edge of a city
     */
    public record Parameters(
            @Param(value = "People of city A", initial = "500", range = "[1,2500000]", unit = "nodes")
            int nodesA,

            @Param(value = "People of city B", initial = "500", range = "[1,2500000]", unit = "nodes")
            int nodesB,

            @Param(
                    value = "Mean degree within the own city",
                    symbol = "k_in",
                    initial = "8",
                    range = "[0,1000]",
                    unit = "links per node")
            double within,

            @Param(
                    value = "Mean degree of A's people to B",
                    symbol = "k_AB",
                    initial = "0.5",
                    range = "[0,1000]",
                    unit = "links per node of A")
            double between,

            @Param(
                    value = "Distance of the cities",
                    initial = "800",
                    range = "[0,20000]",
                    unit = "km",
                    help = "Along the great circle, from centre to centre")
            double distance,

            @Param(value = "Radius of a city", initial = "10", range = "[0,10000]", unit = "km")
            double radius) {
        /** Checks what spans several parameters. */
        public Parameters {
            int smaller = Math.min(nodesA, nodesB);
            if (within > smaller - 1 || between > nodesB) {
                throw new IllegalArgumentException("A person can have at most " + (smaller - 1)
                        + " links within the smaller city and " + nodesB + " to city B, was " + within + " and "
                        + between);
            }
        }
    }

    @Override
    public Network draw(Parameters p, RandomStream random) {
        return org.einfluss.graph.generate.TwoCities.draw(
                p.nodesA(),
                p.nodesB(),
                p.distance(),
                p.radius(),
                p.nodesA() == 1 ? 0 : p.within() / (p.nodesA() - 1),
                p.nodesB() == 1 ? 0 : p.within() / (p.nodesB() - 1),
                p.between() / p.nodesB(),
                random);
    }
}
