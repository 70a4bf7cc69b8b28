#ifndef TEMPLATES_H
#define TEMPLATES_H

#include <stddef.h>

/// One file of this folder: its name, and its bytes in the program's read-only memory.
struct embedded_file {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
};

/// How many files are embedded.
size_t embedded_file_count(void);

/// The embedded file of an index below the count; sorted by name.
const struct embedded_file *_Nonnull embedded_file_at(size_t index);

#endif
