package org.einfluss.api.data;

/** Which of the sources that had adopted before is taken to have brought an adoption about. */
public enum ParentRule {
    /** The source that the log records; unknown where it records none. */
    RECORDED,
    /** Of the node's sources that adopted strictly earlier, the last one; of equal times the lower node number. */
    MOST_RECENT,
    /** Of the node's sources that adopted strictly earlier, the first one; of equal times the lower node number. */
    FIRST
}
