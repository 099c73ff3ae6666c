/** The workloads that speed is judged by, each with its answer checked; nothing here ships. */
package org.einfluss.benchmarks;
