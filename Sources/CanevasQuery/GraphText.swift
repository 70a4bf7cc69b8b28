import CanevasLink
import CanevasModel
import CanevasRender
import CanevasReport
import CanevasSource

// A graph in the languages of other programs.
extension Query {
  /// The graph in Graphviz's language (https://graphviz.org/doc/info/lang.html).
  package func dot(_ graph: Graph) -> String {
    var lines = [
      "digraph canevas {", "  rankdir=LR",
      "  node [shape=box, style=filled, fillcolor=white, fontname=\"sans-serif\"]",
      "  edge [fontname=\"sans-serif\", fontsize=10]",
    ]
    for node in graph.nodes {
      let style = NodeStyle(node)
      lines.append(
        "  \(dotID(node.id)) [label=\(dotLabel(node.label)), shape=\(style.shape),"
          + " fillcolor=\"\(style.colour)\"]")
    }
    for edge in graph.edges {
      let style = isDashed(edge) ? ", style=dashed" : ""
      lines.append(
        "  \(dotID(graph.nodes[edge.from].id)) -> \(dotID(graph.nodes[edge.to].id))"
          + " [label=\(dotLabel(words(edge.tie)))\(style)]")
    }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  /// The graph as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html).
  package func mermaid(_ graph: Graph) -> String {
    var lines = ["flowchart LR"]
    var classes: [(name: String, colour: String)] = []
    for (number, node) in graph.nodes.enumerated() {
      let style = NodeStyle(node)
      lines.append("  n\(number)[\"\(mermaidText(node.label))\"]:::\(style.name)")
      if !classes.contains(where: { $0.name == style.name }) {
        classes.append((style.name, style.colour))
      }
    }
    for edge in graph.edges {
      let arrow = isDashed(edge) ? "-.->" : "-->"
      let label = mermaidText(words(edge.tie))
      lines.append(
        "  n\(edge.from) \(arrow)" + (label.isEmpty ? "" : "|\"\(label)\"|") + " n\(edge.to)")
    }
    for style in classes {
      lines.append("  classDef \(style.name) fill:\(style.colour),stroke:#555,color:#000")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What an edge is called.
  private func words(_ tie: Graph.Tie) -> String {
    switch tie {
    case .role(let role): role.words[language]
    case .flow(let label, let nature, _, _):
      [label, nature.map { "(\(site.strings[$0]))" } ?? ""].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
  }

  private func isDashed(_ edge: Graph.Edge) -> Bool {
    switch edge.tie {
    case .role(let role): role.isVague
    case .flow(_, _, let isOptional, _): isOptional
    }
  }
}

/// How the nodes of one kind look.
private struct NodeStyle {
  let name: String
  let shape: String
  let colour: String

  init(_ node: Graph.Node) {
    (name, shape, colour) =
      switch node.document?.kind {
      case .canvas: ("canvas", "box", "#ffe9a8")
      case .theme: ("theme", "hexagon", "#bfe3c0")
      case .actor: ("actor", "ellipse", "#c9def5")
      case .inspiringCase: ("inspiration", "note", "#f5d3ea")
      case .actionSheet: ("action", "component", "#f7d9c4")
      case .diagnosis: ("diagnosis", "octagon", "#e0d4f5")
      case .workshop: ("workshop", "tab", "#d5efef")
      case .experiment: ("experiment", "diamond", "#f9c9c9")
      case .guidePage: ("guide", "folder", "#eeeeee")
      case .source: ("source", "cylinder", "#dddddd")
      case .catalogue: ("catalogue", "house", "#ffffff")
      case nil: ("group", "ellipse", "#ffffff")
      }
  }
}

/// A quoted string of DOT. A backslash is doubled, for at the end it would escape the quote.
private func dotID(_ text: String) -> String {
  "\"" + escaped(visible(text), ["\"": "\\\"", "\\": "\\\\"]) + "\""
}

/// A label of DOT: backslashes open escapes there, and ampersands HTML's entities.
private func dotLabel(_ text: String) -> String {
  "\"" + escaped(visible(text), ["\"": "\\\"", "\\": "\\\\", "&": "&amp;"]) + "\""
}

/// A text between quotes in Mermaid, where what could be markup is written by its number: HTML,
/// Markdown, what opens a list, and the points and colons of addresses and icons.
private func mermaidText(_ text: String) -> String {
  let scalars = Array(visible(text).unicodeScalars)
  var result = ""
  for (place, scalar) in scalars.enumerated() {
    let isInside = place + 1 < scalars.count && scalars[place + 1] != " "
    let isMarkup =
      switch scalar {
      case "\"", "#", "&", "<", ">", "`", "*", "_", "\\", ";", "~", "$", "[", "]", "{", "}", "|",
        "@":
        true
      case ":": isInside
      case ".": isInside || opensWithDigits(scalars, upTo: place)
      case ")", "-", "+": opensWithDigits(scalars, upTo: place)
      default: false
      }
    if isMarkup { result += "#\(scalar.value);" } else { result.unicodeScalars.append(scalar) }
  }
  return result
}

/// Whether nothing but digits stands before a place.
private func opensWithDigits(_ scalars: [Unicode.Scalar], upTo end: Int) -> Bool {
  scalars[..<end].allSatisfy { "0"..."9" ~= $0 }
}

private func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    if let escape = escapes[scalar] {
      result += escape
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
