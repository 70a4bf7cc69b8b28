// The page templates, the style sheet and the interface's words, taken into the program as they
// are (C23 `#embed`), so that an installed binary needs no other file.
//
// A new file in this folder needs two lines here; a test compares this list with the folder.

#include "templates.h"

#include <stddef.h>

static const unsigned char actor_mustache[] = {
#embed "actor.mustache"
};
static const unsigned char alphabet_mustache[] = {
#embed "alphabet.mustache"
};
static const unsigned char canvas_mustache[] = {
#embed "canvas.mustache"
};
static const unsigned char card_mustache[] = {
#embed "card.mustache"
};
static const unsigned char catalogue_schema_json[] = {
#embed "catalogue.schema.json"
};
static const unsigned char cited_mustache[] = {
#embed "cited.mustache"
};
static const unsigned char data_index_mustache[] = {
#embed "data-index.mustache"
};
static const unsigned char document_mustache[] = {
#embed "document.mustache"
};
static const unsigned char facts_mustache[] = {
#embed "facts.mustache"
};
static const unsigned char flows_mustache[] = {
#embed "flows.mustache"
};
static const unsigned char home_mustache[] = {
#embed "home.mustache"
};
static const unsigned char interface_en_txt[] = {
#embed "interface.en.txt"
};
static const unsigned char interface_fr_txt[] = {
#embed "interface.fr.txt"
};
static const unsigned char interface_nl_txt[] = {
#embed "interface.nl.txt"
};
static const unsigned char item_mustache[] = {
#embed "item.mustache"
};
static const unsigned char layout_mustache[] = {
#embed "layout.mustache"
};
static const unsigned char list_mustache[] = {
#embed "list.mustache"
};
static const unsigned char not_found_mustache[] = {
#embed "not-found.mustache"
};
static const unsigned char page_data_mustache[] = {
#embed "page-data.mustache"
};
static const unsigned char parts_mustache[] = {
#embed "parts.mustache"
};
static const unsigned char redirect_mustache[] = {
#embed "redirect.mustache"
};
static const unsigned char search_form_mustache[] = {
#embed "search-form.mustache"
};
static const unsigned char search_js[] = {
#embed "search.js"
};
static const unsigned char search_mustache[] = {
#embed "search.mustache"
};
static const unsigned char section_mustache[] = {
#embed "section.mustache"
};
static const unsigned char sheet_mustache[] = {
#embed "sheet.mustache"
};
static const unsigned char style_css[] = {
#embed "style.css"
};
static const unsigned char theme_mustache[] = {
#embed "theme.mustache"
};

static const struct embedded_file files[] = {
    {"actor.mustache", actor_mustache, sizeof actor_mustache},
    {"alphabet.mustache", alphabet_mustache, sizeof alphabet_mustache},
    {"canvas.mustache", canvas_mustache, sizeof canvas_mustache},
    {"card.mustache", card_mustache, sizeof card_mustache},
    {"catalogue.schema.json", catalogue_schema_json, sizeof catalogue_schema_json},
    {"cited.mustache", cited_mustache, sizeof cited_mustache},
    {"data-index.mustache", data_index_mustache, sizeof data_index_mustache},
    {"document.mustache", document_mustache, sizeof document_mustache},
    {"facts.mustache", facts_mustache, sizeof facts_mustache},
    {"flows.mustache", flows_mustache, sizeof flows_mustache},
    {"home.mustache", home_mustache, sizeof home_mustache},
    {"interface.en.txt", interface_en_txt, sizeof interface_en_txt},
    {"interface.fr.txt", interface_fr_txt, sizeof interface_fr_txt},
    {"interface.nl.txt", interface_nl_txt, sizeof interface_nl_txt},
    {"item.mustache", item_mustache, sizeof item_mustache},
    {"layout.mustache", layout_mustache, sizeof layout_mustache},
    {"list.mustache", list_mustache, sizeof list_mustache},
    {"not-found.mustache", not_found_mustache, sizeof not_found_mustache},
    {"page-data.mustache", page_data_mustache, sizeof page_data_mustache},
    {"parts.mustache", parts_mustache, sizeof parts_mustache},
    {"redirect.mustache", redirect_mustache, sizeof redirect_mustache},
    {"search-form.mustache", search_form_mustache, sizeof search_form_mustache},
    {"search.js", search_js, sizeof search_js},
    {"search.mustache", search_mustache, sizeof search_mustache},
    {"section.mustache", section_mustache, sizeof section_mustache},
    {"sheet.mustache", sheet_mustache, sizeof sheet_mustache},
    {"style.css", style_css, sizeof style_css},
    {"theme.mustache", theme_mustache, sizeof theme_mustache},
};

size_t embedded_file_count(void) { return sizeof files / sizeof files[0]; }

const struct embedded_file *embedded_file_at(size_t index) { return &files[index]; }
