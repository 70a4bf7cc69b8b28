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
static const unsigned char blank_mustache[] = {
#embed "blank.mustache"
};
static const unsigned char block_mustache[] = {
#embed "block.mustache"
};
static const unsigned char booklet_mustache[] = {
#embed "booklet.mustache"
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
static const unsigned char compare_head_mustache[] = {
#embed "compare-head.mustache"
};
static const unsigned char compare_section_mustache[] = {
#embed "compare-section.mustache"
};
static const unsigned char compare_story_mustache[] = {
#embed "compare-story.mustache"
};
static const unsigned char compare_js[] = {
#embed "compare.js"
};
static const unsigned char compare_mustache[] = {
#embed "compare.mustache"
};
static const unsigned char comparaison_schema_json[] = {
#embed "comparaison.schema.json"
};
static const unsigned char changements_schema_json[] = {
#embed "changements.schema.json"
};
static const unsigned char constats_schema_json[] = {
#embed "constats.schema.json"
};
static const unsigned char content_mustache[] = {
#embed "content.mustache"
};
static const unsigned char coverage_mustache[] = {
#embed "coverage.mustache"
};
static const unsigned char data_index_mustache[] = {
#embed "data-index.mustache"
};
static const unsigned char diff_document_mustache[] = {
#embed "diff-document.mustache"
};
static const unsigned char diff_metadata_mustache[] = {
#embed "diff-metadata.mustache"
};
static const unsigned char diff_stretch_mustache[] = {
#embed "diff-stretch.mustache"
};
static const unsigned char diff_css[] = {
#embed "diff.css"
};
static const unsigned char diff_mustache[] = {
#embed "diff.mustache"
};
static const unsigned char document_mustache[] = {
#embed "document.mustache"
};
static const unsigned char facets_js[] = {
#embed "facets.js"
};
static const unsigned char facets_mustache[] = {
#embed "facets.mustache"
};
static const unsigned char facts_mustache[] = {
#embed "facts.mustache"
};
static const unsigned char flows_mustache[] = {
#embed "flows.mustache"
};
static const unsigned char folio_mustache[] = {
#embed "folio.mustache"
};
static const unsigned char foot_links_mustache[] = {
#embed "foot-links.mustache"
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
static const unsigned char new_document_mustache[] = {
#embed "new-document.mustache"
};
static const unsigned char news_mustache[] = {
#embed "news.mustache"
};
static const unsigned char news_topics_mustache[] = {
#embed "news-topics.mustache"
};
static const unsigned char not_found_mustache[] = {
#embed "not-found.mustache"
};
static const unsigned char page_data_mustache[] = {
#embed "page-data.mustache"
};
static const unsigned char pager_mustache[] = {
#embed "pager.mustache"
};
static const unsigned char paper_css[] = {
#embed "paper.css"
};
static const unsigned char paper_mustache[] = {
#embed "paper.mustache"
};
static const unsigned char parts_mustache[] = {
#embed "parts.mustache"
};
static const unsigned char picture_mustache[] = {
#embed "picture.mustache"
};
static const unsigned char pool_column_mustache[] = {
#embed "pool-column.mustache"
};
static const unsigned char pool_mustache[] = {
#embed "pool.mustache"
};
static const unsigned char poster_mustache[] = {
#embed "poster.mustache"
};
static const unsigned char preview_css[] = {
#embed "preview.css"
};
static const unsigned char preview_js[] = {
#embed "preview.js"
};
static const unsigned char preview_mustache[] = {
#embed "preview.mustache"
};
static const unsigned char print_mustache[] = {
#embed "print.mustache"
};
static const unsigned char redirect_mustache[] = {
#embed "redirect.mustache"
};
static const unsigned char rules_mustache[] = {
#embed "rules.mustache"
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
static const unsigned char seeking_icon_mustache[] = {
#embed "seeking-icon.mustache"
};
static const unsigned char sheet_mustache[] = {
#embed "sheet.mustache"
};
static const unsigned char start_actor_md[] = {
#embed "start-actor.md"
};
static const unsigned char start_canvas_md[] = {
#embed "start-canvas.md"
};
static const unsigned char start_catalogue_md[] = {
#embed "start-catalogue.md"
};
static const unsigned char start_editorconfig_txt[] = {
#embed "start-editorconfig.txt"
};
static const unsigned char start_gitattributes_txt[] = {
#embed "start-gitattributes.txt"
};
static const unsigned char start_gitignore_txt[] = {
#embed "start-gitignore.txt"
};
static const unsigned char start_theme_md[] = {
#embed "start-theme.md"
};
static const unsigned char style_css[] = {
#embed "style.css"
};
static const unsigned char territory_mustache[] = {
#embed "territory.mustache"
};
static const unsigned char theme_mustache[] = {
#embed "theme.mustache"
};
static const unsigned char topics_mustache[] = {
#embed "topics.mustache"
};

static const struct embedded_file files[] = {
    {"actor.mustache", actor_mustache, sizeof actor_mustache},
    {"alphabet.mustache", alphabet_mustache, sizeof alphabet_mustache},
    {"blank.mustache", blank_mustache, sizeof blank_mustache},
    {"block.mustache", block_mustache, sizeof block_mustache},
    {"booklet.mustache", booklet_mustache, sizeof booklet_mustache},
    {"canvas.mustache", canvas_mustache, sizeof canvas_mustache},
    {"card.mustache", card_mustache, sizeof card_mustache},
    {"catalogue.schema.json", catalogue_schema_json, sizeof catalogue_schema_json},
    {"cited.mustache", cited_mustache, sizeof cited_mustache},
    {"compare-head.mustache", compare_head_mustache, sizeof compare_head_mustache},
    {"compare-section.mustache", compare_section_mustache, sizeof compare_section_mustache},
    {"compare-story.mustache", compare_story_mustache, sizeof compare_story_mustache},
    {"compare.js", compare_js, sizeof compare_js},
    {"compare.mustache", compare_mustache, sizeof compare_mustache},
    {"comparaison.schema.json", comparaison_schema_json, sizeof comparaison_schema_json},
    {"changements.schema.json", changements_schema_json, sizeof changements_schema_json},
    {"constats.schema.json", constats_schema_json, sizeof constats_schema_json},
    {"content.mustache", content_mustache, sizeof content_mustache},
    {"coverage.mustache", coverage_mustache, sizeof coverage_mustache},
    {"data-index.mustache", data_index_mustache, sizeof data_index_mustache},
    {"diff-document.mustache", diff_document_mustache, sizeof diff_document_mustache},
    {"diff-metadata.mustache", diff_metadata_mustache, sizeof diff_metadata_mustache},
    {"diff-stretch.mustache", diff_stretch_mustache, sizeof diff_stretch_mustache},
    {"diff.css", diff_css, sizeof diff_css},
    {"diff.mustache", diff_mustache, sizeof diff_mustache},
    {"document.mustache", document_mustache, sizeof document_mustache},
    {"facets.js", facets_js, sizeof facets_js},
    {"facets.mustache", facets_mustache, sizeof facets_mustache},
    {"facts.mustache", facts_mustache, sizeof facts_mustache},
    {"flows.mustache", flows_mustache, sizeof flows_mustache},
    {"folio.mustache", folio_mustache, sizeof folio_mustache},
    {"foot-links.mustache", foot_links_mustache, sizeof foot_links_mustache},
    {"home.mustache", home_mustache, sizeof home_mustache},
    {"interface.en.txt", interface_en_txt, sizeof interface_en_txt},
    {"interface.fr.txt", interface_fr_txt, sizeof interface_fr_txt},
    {"interface.nl.txt", interface_nl_txt, sizeof interface_nl_txt},
    {"item.mustache", item_mustache, sizeof item_mustache},
    {"layout.mustache", layout_mustache, sizeof layout_mustache},
    {"list.mustache", list_mustache, sizeof list_mustache},
    {"new-document.mustache", new_document_mustache, sizeof new_document_mustache},
    {"news.mustache", news_mustache, sizeof news_mustache},
    {"news-topics.mustache", news_topics_mustache, sizeof news_topics_mustache},
    {"not-found.mustache", not_found_mustache, sizeof not_found_mustache},
    {"page-data.mustache", page_data_mustache, sizeof page_data_mustache},
    {"pager.mustache", pager_mustache, sizeof pager_mustache},
    {"paper.css", paper_css, sizeof paper_css},
    {"paper.mustache", paper_mustache, sizeof paper_mustache},
    {"parts.mustache", parts_mustache, sizeof parts_mustache},
    {"picture.mustache", picture_mustache, sizeof picture_mustache},
    {"pool-column.mustache", pool_column_mustache, sizeof pool_column_mustache},
    {"pool.mustache", pool_mustache, sizeof pool_mustache},
    {"poster.mustache", poster_mustache, sizeof poster_mustache},
    {"preview.css", preview_css, sizeof preview_css},
    {"preview.js", preview_js, sizeof preview_js},
    {"preview.mustache", preview_mustache, sizeof preview_mustache},
    {"print.mustache", print_mustache, sizeof print_mustache},
    {"redirect.mustache", redirect_mustache, sizeof redirect_mustache},
    {"rules.mustache", rules_mustache, sizeof rules_mustache},
    {"search-form.mustache", search_form_mustache, sizeof search_form_mustache},
    {"search.js", search_js, sizeof search_js},
    {"search.mustache", search_mustache, sizeof search_mustache},
    {"section.mustache", section_mustache, sizeof section_mustache},
    {"seeking-icon.mustache", seeking_icon_mustache, sizeof seeking_icon_mustache},
    {"sheet.mustache", sheet_mustache, sizeof sheet_mustache},
    {"start-actor.md", start_actor_md, sizeof start_actor_md},
    {"start-canvas.md", start_canvas_md, sizeof start_canvas_md},
    {"start-catalogue.md", start_catalogue_md, sizeof start_catalogue_md},
    {"start-editorconfig.txt", start_editorconfig_txt, sizeof start_editorconfig_txt},
    {"start-gitattributes.txt", start_gitattributes_txt, sizeof start_gitattributes_txt},
    {"start-gitignore.txt", start_gitignore_txt, sizeof start_gitignore_txt},
    {"start-theme.md", start_theme_md, sizeof start_theme_md},
    {"style.css", style_css, sizeof style_css},
    {"territory.mustache", territory_mustache, sizeof territory_mustache},
    {"theme.mustache", theme_mustache, sizeof theme_mustache},
    {"topics.mustache", topics_mustache, sizeof topics_mustache},
};

size_t embedded_file_count(void) { return sizeof files / sizeof files[0]; }

const struct embedded_file *embedded_file_at(size_t index) { return &files[index]; }
