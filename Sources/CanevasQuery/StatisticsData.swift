import CanevasLink
import CanevasModel
import CanevasRender
import CanevasSource

extension Query {
  /// The numbers as JSON. `version` grows when a member changes its meaning or goes away; a new
  /// member leaves it. Words of closed lists are those of `catalogue.json`.
  package func data(_ statistics: Statistics) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.list("documents", statistics.documents) { writer, documents in
        writer.member("kind", documents.kind.rawValue)
        writer.member("count", documents.count)
        writer.member("drafts", documents.drafts)
      }
      canvases(statistics, &writer)
      writer.list("actors", statistics.actors) { writer, actor in
        writer.member("slug", catalogue.documents[actor.document].id.slug)
        writer.member("title", catalogue.documents[actor.document].title)
        writer.member("canvases", actor.canvases)
        writer.member("parts") { writer in
          writer.object { writer in
            for (role, count) in zip(Statistics.parts, actor.parts) {
              writer.member(role.rawValue, count)
            }
          }
        }
      }
      writer.list("mechanisms", statistics.mechanisms) { writer, mechanism in
        writer.member("mechanism", mechanism.mechanism.rawValue)
        writer.member("canvases", mechanism.count)
      }
      writer.list("flows", statistics.flows) { writer, flows in
        writer.member("nature") { writer in
          if let nature = flows.nature { writer.string(nature.rawValue) } else { writer.null() }
        }
        writer.member("count", flows.count)
      }
      chain(statistics, &writer)
      findings(statistics, &writer)
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private func canvases(_ statistics: Statistics, _ writer: inout JSONWriter) {
    writer.list("statuses", statistics.statuses) { writer, status in
      writer.member("status", status.status.rawValue)
      writer.member("canvases", status.count)
    }
    writer.list("themes", statistics.themes) { writer, theme in
      writer.member("slug", catalogue.documents[theme.theme].id.slug)
      writer.member("title", catalogue.documents[theme.theme].title)
      writer.member("canvases", theme.count)
    }
    writer.member("canvasesWithoutTheme", statistics.canvasesWithoutTheme)
    writer.list("models", statistics.sections) { writer, model in
      writer.member("model", model.model.rawValue)
      writer.list("sections", model.sections) { writer, section in
        writer.member("name", section.name.heading)
        writer.member("filled", section.filled)
        writer.member("canvases", section.canvases)
      }
    }
  }

  private func chain(_ statistics: Statistics, _ writer: inout JSONWriter) {
    writer.list("chain", statistics.chain) { writer, link in
      writer.member("kind", link.kind.rawValue)
      writer.member("count", link.count)
      writer.member("linked", link.linked)
    }
    writer.list("gaps", statistics.gaps) { writer, gap in
      writer.member("gap", gap.gap.rawValue)
      writer.member("count", gap.count)
    }
  }

  private func findings(_ statistics: Statistics, _ writer: inout JSONWriter) {
    writer.member("severities") { writer in
      writer.object { writer in
        for (severity, count) in statistics.severities {
          writer.member(severity.rawValue, count)
        }
      }
    }
    writer.list("findings", statistics.findings) { writer, finding in
      writer.member("code", finding.code)
      writer.member("severity", finding.severity.rawValue)
      writer.member("count", finding.count)
    }
  }
}

extension JSONWriter {
  /// A list of objects.
  fileprivate mutating func list<Element>(
    _ key: String, _ elements: [Element], _ members: (inout JSONWriter, Element) -> Void
  ) {
    member(key) { writer in
      writer.array(elements) { writer, element in writer.object { members(&$0, element) } }
    }
  }
}
