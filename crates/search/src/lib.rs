//! Text to an index, a query to ranked hits.
