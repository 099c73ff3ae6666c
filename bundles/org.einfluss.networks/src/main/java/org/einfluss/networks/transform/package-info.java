/**
 * Transforms that make a network into another: parts, directions, samples, null models, and columns found by computation. They serve
 * experiments ({@code prepare}) and datasets ({@code einfluss transform}) alike.
 */
package org.einfluss.networks.transform;
