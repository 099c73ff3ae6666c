/**
 * The window. {@link org.einfluss.workbench.Main} opens it; each package is one thing a person sees or does.
 *
 * <ol>
 *   <li>{@code session}: what all views share (engine, home folder, texts, jobs, problems) and {@code Intents}, what a view may ask for.
 *   <li>{@code shell}: the frame with docking, perspectives, menus, status bar and command palette; carries out the intents.
 *   <li>{@code navigator}, {@code welcome}, {@code data}, {@code experiment}, {@code results}, {@code live}: views and editors.
 *   <li>{@code forms}: forms made from parameter schemas. {@code widgets}: sizes, icons, tables.
 *   <li>{@code commands}, {@code jobs}, {@code undo}, {@code preferences}, {@code texts}: plain values without windows.
 * </ol>
 *
 * Views show values and tell intents; they compute nothing. Swing objects are touched on the event thread only; work runs as a job and
 * hands a value back to that thread.
 */
package org.einfluss.workbench;
