import CanevasEditor
import CanevasSource

/// What a client may have the server do, from a code action or a lens.
enum ServerCommand: String, CaseIterable {
  /// Tells what a rule is about: its code, and the language.
  case explain = "canevas.explain"
  /// Goes to the first of some places: the document, a position in it, the places.
  case showPlaces = "canevas.showPlaces"

  func json(title: String, _ arguments: [JSONValue]) -> JSONValue {
    [
      "title": .string(title), "command": .string(rawValue), "arguments": .array(arguments),
    ]
  }
}

extension Server {
  mutating func execute(_ params: JSONValue) throws(ResponseError) -> JSONValue {
    guard let command = params["command"]?.string.flatMap(ServerCommand.init) else {
      throw ResponseError(.invalidParams, "no such command")
    }
    let arguments = params["arguments"]?.array ?? []
    switch command {
    case .explain:
      let language = arguments.dropFirst().first?.string.flatMap(MessageLanguage.init)
      guard let code = arguments.first?.string,
        let text = EditorQuery.explanation(of: code, in: language ?? .french)
      else { throw ResponseError(.invalidParams, "no rule has this code") }
      notify("window/showMessage", ["type": 3, "message": .string(text)])
    case .showPlaces:
      guard let place = arguments.dropFirst(2).first?.array?.first, let uri = place["uri"] else {
        throw ResponseError(.invalidParams, "no place to go to")
      }
      guard client.showsDocuments else { return .null }
      request(
        "window/showDocument", ["uri": uri, "takeFocus": true, "selection": place["range"]])
    }
    return .null
  }
}
