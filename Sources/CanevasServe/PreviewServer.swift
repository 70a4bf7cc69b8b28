package import CanevasProject
package import CanevasSource
import Glibc

/// Shows the site of a catalogue in browsers of this machine, and tells them when it changes.
package struct PreviewServer {
  /// The port that is taken unless another is asked for.
  package static let usualPort: UInt16 = 8017

  /// Where the site is read.
  package let address: String
  private let server: Server
  private let desk: Desk
  private let waiting: Waiting

  /// Listens at a port, 0 for any that is free, or at the usual one or one behind it; and loads
  /// the catalogue.
  package init(
    root: CatalogueRoot, on fileSystem: FileSystem, port: UInt16?, polling: Bool,
    language: MessageLanguage?, until stop: StopSignals
  ) throws(PortError) {
    let listeners =
      if let port { try Listeners(port: port) } else { try Listeners(near: Self.usualPort) }
    server = Server(listeners)
    address = "http://127.0.0.1:\(server.port)/"
    // Watched before it is read, so that no change is missed.
    waiting = Waiting(Watcher(root: root, on: fileSystem, polling: polling), until: stop)
    desk = Desk(Preview(root: root, on: fileSystem, address: address, language: language))
  }

  /// What is shown.
  package var preview: Preview { desk.preview }

  /// Serves until it is to stop.
  package func run() {
    var server = server
    var desk = desk
    var waiting = waiting
    while true {
      let deadline = desk.preview.isSettled ? server.deadline : .now
      switch waiting.wait(others: server.awaited, until: deadline) {
      case .stopped: return
      case .changed:
        desk.preview.update()
        desk.tell(through: &server)
      case .other: break
      }
      server.advance { desk.answer($0, $1) }
      desk.tell(through: &server, newOnly: true)
      guard !desk.preview.isSettled else { continue }
      let awaited = server.awaited
      desk.preview.settle { !waiting.isCalled(by: awaited) }
      desk.tell(through: &server)
    }
  }
}

/// The preview and the windows that show it.
private struct Desk {
  var preview: Preview
  private var viewers: [Connection.ID: Preview.Viewer] = [:]

  init(_ preview: Preview) {
    self.preview = preview
  }

  /// Answers one request.
  mutating func answer(_ request: Request, _ id: Connection.ID) -> Response {
    switch request.path {
    case PreviewPaths.script, PreviewPaths.style:
      let name = String(request.path.split(separator: "/").last ?? "")
      return Response(.found, mediaType(of: name), previewFiles()[name]?.bytes ?? [])
    case PreviewPaths.events:
      let fields = request.fields
      guard let page = fields["page"], let version = fields["version"],
        let viewer = preview.viewer(of: page, version: version)
      else { return Response(.malformed) }
      if !request.isHead { viewers[id] = viewer }
      var response = Response(.found, "text/event-stream", Array("retry: 500\n\n".utf8))
      response.isStream = true
      return response
    // Browsers ask for one whether a page has one or not.
    case "/favicon.ico": return Response(.found, "image/x-icon", [])
    default: return preview.response(to: request.path)
    }
  }

  /// Tells every window, or those alone that were never told anything, what it does not know yet.
  mutating func tell(through server: inout Server, newOnly: Bool = false) {
    let streams = server.streams
    for (id, viewer) in viewers where !newOnly || viewer.isNew {
      guard streams.contains(id) else {
        viewers[id] = nil
        continue
      }
      var viewer = viewer
      guard let news = preview.news(for: &viewer) else { continue }
      viewers[id] = viewer
      server.push(news.event, to: id)
    }
  }
}

extension Request {
  /// The fields of the query, their escapes undone.
  fileprivate var fields: [String: String] {
    let fields = query.split(separator: "&").map { field in
      let parts = field.split(separator: "=", maxSplits: 1).map { percentDecoded(String($0)) }
      return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
    }
    return Dictionary(fields, uniquingKeysWith: { first, _ in first })
  }
}

extension Preview.News {
  /// The news as an event (HTML Standard, section 9.2.5), its data as JSON.
  fileprivate var event: [UInt8] {
    var json = JSONWriter(isCompact: true)
    let name: String
    switch self {
    case .page(let headings):
      name = "page"
      json.array(headings) { $0.string($1) }
    case .moved(let path):
      name = "moved"
      json.string(path)
    case .findings(let html):
      name = "findings"
      json.string(String(decoding: html, as: UTF8.self))
    }
    return Array("event: \(name)\ndata: ".utf8) + json.bytes + Array("\n\n".utf8)
  }
}
