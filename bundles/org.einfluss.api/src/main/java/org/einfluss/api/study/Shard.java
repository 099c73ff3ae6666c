package org.einfluss.api.study;

/**
 * The unit of work, of distribution and of resumption: a range of draws and of runs of one network configuration, with all
 * design points that use it. A pure function of the plan and its number.
 *
 * @param index number of the shard, from 0
 * @param network index of the network configuration
 * @param fromDraw first network draw
 * @param toDraw draw after the last
 * @param fromRun first run on each network
 * @param toRun run after the last
 * @param batch number of the batch within the network configuration; a stopping rule looks at whole batches only
 */
public record Shard(int index, int network, int fromDraw, int toDraw, int fromRun, int toRun, int batch) {}
