// Diagnostics as text for a terminal and as data.
