//! Two texts: how they differ, and where one stands in the other.
