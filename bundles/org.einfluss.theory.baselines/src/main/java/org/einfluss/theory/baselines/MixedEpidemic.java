package org.einfluss.theory.baselines;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/**
 * Differential equations of an epidemic in a large population, in shares s, e, i, r of the nodes.
 *
 * <p>Everybody meets everybody: s′ = −bsi, e′ = bsi − σe, i′ = σe − γi, r′ = γi, nodes that recover becoming susceptible where they
 * may return (W. O. Kermack and A. G. McKendrick 1927, doi:10.1098/rspa.1927.0118). On a Poisson network of mean degree z: θ is the
 * probability that a random neighbour has not transmitted yet, θ′ = −βθ + β(1 − ρ)e^{z(θ−1)} + γ(1 − θ), s = (1 − ρ)e^{z(θ−1)},
 * r′ = γi (J. C. Miller, A. C. Slim and E. M. Volz 2012, doi:10.1098/rsif.2011.0403).
 */
final class MixedEpidemic {
    static final String KERMACK = "doi:10.1098/rspa.1927.0118";
    static final String MILLER = "doi:10.1098/rsif.2011.0403";

    private MixedEpidemic() {}

    /**
     * Returns s, e, i and r under even mixing.
     *
     * @param contacts rate b at which an infectious node infects in a population where all others are susceptible
     * @param onset rate σ at which exposed nodes become infectious; 0: no exposed stage
     * @param recovery rate γ
     * @param returns whether recovered nodes are susceptible again
     * @param start share infectious at time 0
     * @param times times in ascending order, the first at least 0
     * @return four shares of nodes for each time
     */
    static double[][] everywhere(
            double contacts, double onset, double recovery, boolean returns, double start, double[] times) {
        Change change = (y, rate) -> {
            double infections = contacts * y[0] * y[2];
            double onsets = onset > 0 ? onset * y[1] : infections;
            double recoveries = recovery * y[2];
            rate[0] = (returns ? recoveries : 0) - infections;
            rate[1] = infections - onsets;
            rate[2] = onsets - recoveries;
            rate[3] = returns ? 0 : recoveries;
        };
        return integrate(change, new double[] {1 - start, 0, start, 0}, times);
    }

    /**
     * Returns s, e (0), i and r of SIR in continuous time on a Poisson network.
     *
     * @param meanDegree z
     * @param infection rate β along an edge
     * @param recovery rate γ
     * @param start share ρ infectious at time 0, at random
     * @param times times in ascending order, the first at least 0
     * @return four shares of nodes for each time
     */
    static double[][] onPoisson(double meanDegree, double infection, double recovery, double start, double[] times) {
        Change change = (y, rate) -> {
            double susceptible = (1 - start) * StrictMath.exp(meanDegree * (y[0] - 1));
            rate[0] = infection * (susceptible - y[0]) + recovery * (1 - y[0]);
            rate[1] = recovery * (1 - susceptible - y[1]);
        };
        double[][] course = integrate(change, new double[] {1, 0}, times);
        for (int k = 0; k < course.length; k++) {
            double susceptible = (1 - start) * StrictMath.exp(meanDegree * (course[k][0] - 1));
            double recovered = course[k][1];
            course[k] = new double[] {susceptible, 0, 1 - susceptible - recovered, recovered};
        }
        return course;
    }

    private interface Change {
        void write(double[] y, double[] rate);
    }

    private static double[][] integrate(Change change, double[] start, double[] times) {
        FirstOrderDifferentialEquations equations = new FirstOrderDifferentialEquations() {
            @Override
            public int getDimension() {
                return start.length;
            }

            @Override
            public void computeDerivatives(double t, double[] y, double[] rate) {
                change.write(y, rate);
            }
        };
        DormandPrince853Integrator integrator = new DormandPrince853Integrator(1e-12, 1e6, 1e-12, 1e-12);
        double[] y = start.clone();
        double[][] course = new double[times.length][];
        double now = 0;
        for (int k = 0; k < times.length; k++) {
            if (times[k] > now) {
                integrator.integrate(equations, now, y, times[k], y);
                now = times[k];
            }
            course[k] = y.clone();
        }
        return course;
    }
}
