import CanevasModel
import CanevasRender
import CanevasReview
import CanevasSource

extension ChangesReport {
  /// As data for other programs, which `changements.schema.json` describes.
  package var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.member("language", language.rawValue)
      writer.member("from", old)
      writer.member("to", new)
      switch subject {
      case .changelog(let changelog):
        writer.member("changes") { $0.array(changelog.entries) { write($1, to: &$0) } }
      case .pages(let pages):
        writer.member("pages") { $0.object { write(pages, to: &$0) } }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private func write(_ pages: PageChanges, to writer: inout JSONWriter) {
    for fate in PageChanges.Fate.allCases {
      writer.member(fate.rawValue) { writer in
        writer.array(pages[fate]) { writer, page in
          writer.object { writer in
            writer.member("path", page.address)
            writer.member("title", page.title)
          }
        }
      }
    }
  }

  private func write(_ entry: Changelog.Entry, to writer: inout JSONWriter) {
    writer.object { writer in
      switch entry.change {
      case .added(let tagline, let about):
        open("added", entry, &writer)
        writer.member("tagline") { writer in
          if let tagline { writer.string(tagline) } else { writer.null() }
        }
        names("about", about, &writer)
      case .status(let from, let to):
        open("status", entry, &writer)
        writer.member("from", from.rawValue)
        writer.member("to", to.rawValue)
      case .carriers(let from, let to):
        open("carriers", entry, &writer)
        names("from", from, &writer)
        names("to", to, &writer)
      case .linked(let role, let linked):
        open("linked", entry, &writer)
        writer.member("role", role.rawValue)
        names("to", linked, &writer)
      case .renamed(let former):
        open("renamed", entry, &writer)
        writer.member("from") { write(former, to: &$0) }
      case .removed: open("removed", entry, &writer)
      case .revised: open("revised", entry, &writer)
      }
    }
  }

  private func open(_ change: String, _ entry: Changelog.Entry, _ writer: inout JSONWriter) {
    writer.member("change", change)
    writer.member("document") { write(entry.document, to: &$0) }
  }

  private func names(_ key: String, _ names: [Changelog.Name], _ writer: inout JSONWriter) {
    writer.member(key) { $0.array(names) { write($1, to: &$0) } }
  }

  /// Kind and slug are null for somebody without a document.
  private func write(_ name: Changelog.Name, to writer: inout JSONWriter) {
    writer.object { writer in
      for (key, text) in [("kind", name.id?.kind.rawValue), ("slug", name.id?.slug)] {
        writer.member(key) { writer in
          if let text { writer.string(text) } else { writer.null() }
        }
      }
      writer.member("title", name.title)
    }
  }
}
