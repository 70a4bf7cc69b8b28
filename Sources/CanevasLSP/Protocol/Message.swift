/// What a client sends (JSON-RPC 2.0).
enum Message: Hashable {
  case request(RequestID, method: String, params: JSONValue)
  case notification(method: String, params: JSONValue)
  /// The answer to a request of the server's.
  case response(JSONValue)
  /// What is none of these; it is answered with an error.
  case invalid(RequestID?, ResponseError)

  /// Reads what one message holds.
  init(_ content: [UInt8]) {
    guard let value = JSONValue(parsing: content) else {
      self = .invalid(nil, ResponseError(.parseError, "the message is no JSON text"))
      return
    }
    let id = value["id"].flatMap(RequestID.init)
    let params = value["params"] ?? [:]
    if case .string(let method)? = value["method"] {
      if let id {
        self = .request(id, method: method, params: params)
      } else if value["id"] == nil {
        self = .notification(method: method, params: params)
      } else {
        self = .invalid(nil, ResponseError(.invalidRequest, "an id is a number or a string"))
      }
    } else if value["result"] != nil || value["error"] != nil || value.isNullResult {
      self = .response(value)
    } else {
      self = .invalid(id, ResponseError(.invalidRequest, "a message has a method"))
    }
  }
}

extension JSONValue {
  /// Whether this is the answer that nothing is to be said.
  fileprivate var isNullResult: Bool {
    guard case .object(let members) = self else { return false }
    return members.contains { $0.key == "result" }
  }
}

/// What a request is called by whoever made it.
enum RequestID: Hashable, Sendable {
  case number(Int)
  case name(String)

  init?(_ value: JSONValue) {
    switch value {
    case .int(let number): self = .number(number)
    case .string(let name): self = .name(name)
    default: return nil
    }
  }

  var json: JSONValue {
    switch self {
    case .number(let number): .int(number)
    case .name(let name): .string(name)
    }
  }
}

/// Why a request has no result.
struct ResponseError: Error, Hashable {
  enum Code: Int {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case serverNotInitialized = -32002
    case requestFailed = -32803
    case requestCancelled = -32800
  }

  let code: Code
  let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}

extension JSONValue {
  /// The message that answers a request.
  static func response(to id: RequestID?, _ result: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "id": id?.json ?? .null, "result": result]
  }

  /// The message that refuses a request, or tells of a message that could not be read.
  static func response(to id: RequestID?, _ error: ResponseError) -> JSONValue {
    [
      "jsonrpc": "2.0", "id": id?.json ?? .null,
      "error": ["code": .int(error.code.rawValue), "message": .string(error.message)],
    ]
  }

  static func notification(_ method: String, _ params: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "method": .string(method), "params": params]
  }

  static func request(_ id: RequestID, _ method: String, _ params: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "id": id.json, "method": .string(method), "params": params]
  }
}
