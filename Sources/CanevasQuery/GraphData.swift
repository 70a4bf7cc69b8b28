import CanevasLink
import CanevasModel
import CanevasRender
import CanevasSource

extension Query {
  /// The graph as JSON. `version` grows when a member changes its meaning or goes away; a new
  /// member leaves it. Kinds, roles and natures are the words of `catalogue.json`.
  package func data(_ graph: Graph) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.member("nodes") { $0.array(graph.nodes) { $0.node($1) } }
      writer.member("edges") { writer in
        writer.array(graph.edges) { writer, edge in
          writer.object { writer in
            writer.member("from", graph.nodes[edge.from].id)
            writer.member("to", graph.nodes[edge.to].id)
            members(of: edge.tie, &writer)
          }
        }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private func members(of tie: Graph.Tie, _ writer: inout JSONWriter) {
    switch tie {
    case .role(let role): writer.member("role", role.rawValue)
    case .flow(let label, let nature, let isOptional, let canvas):
      writer.member("canvas", identifier(canvas))
      if !label.isEmpty { writer.member("label", label) }
      if let nature { writer.member("nature", nature.rawValue) }
      if isOptional { writer.member("isOptional", true) }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func node(_ node: Graph.Node) {
    object { writer in
      writer.member("id", node.id)
      writer.member("kind", node.document?.kind.rawValue ?? "group")
      if let document = node.document { writer.member("slug", document.slug) }
      writer.member("title", node.label)
    }
  }
}
