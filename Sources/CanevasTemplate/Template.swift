// Compiled Mustache templates.
