/**
 * One of everything that a plug-in can contribute, each one class: models of many kinds (a campaign with push fatigue, opinion and action in
 * two layers, a ranked feed, an epidemic in continuous time, bounded confidence), and a generator, seeding, transform, campaign, measure,
 * calculation, analysis of each kind, chart view, reader, writer, export, runner and libraries. Copy the one that is nearest to yours.
 */
package org.einfluss.example;
