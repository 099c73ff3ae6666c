/** The command line: thin callers of the engine's façade, one class per command. */
package org.einfluss.cli;
