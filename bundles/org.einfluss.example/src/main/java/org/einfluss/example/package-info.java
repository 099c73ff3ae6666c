/**
 * Small models of many kinds: a campaign with push fatigue, opinion and action in two layers, a ranked feed, an epidemic in
 * continuous time, bounded confidence. Each is one class; copy the one that is nearest to yours.
 */
package org.einfluss.example;
