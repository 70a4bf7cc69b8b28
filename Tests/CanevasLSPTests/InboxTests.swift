import Testing

@testable import CanevasLSP

@Suite struct InboxTests {
  private func framed(_ contents: String...) -> [UInt8] {
    contents.flatMap { Array("Content-Length: \($0.utf8.count)\r\n\r\n\($0)".utf8) }
  }

  @Test func cancelsWhatWaitsAndNothingElse() {
    var inbox = Inbox()
    inbox.receive(
      framed(
        #"{"id":1,"method":"a"}"#, #"{"id":"1","method":"b"}"#,
        #"{"method":"$/cancelRequest","params":{"id":"1"}}"#,
        #"{"method":"$/cancelRequest","params":{"id":7}}"#, #"{"id":7,"method":"c"}"#))
    #expect(inbox.take() == .message(.request(.number(1), method: "a", params: [:])))
    #expect(inbox.take() == .cancelled(.name("1")))
    #expect(inbox.take() == .message(.request(.number(7), method: "c", params: [:])))
    #expect(inbox.take() == nil)
  }

  @Test(arguments: [
    ("{", ResponseError.Code.parseError), ("[]", .invalidRequest), ("1", .invalidRequest),
    ("{}", .invalidRequest), (#"{"method":1}"#, .invalidRequest),
    (#"{"method":"a","id":1.5}"#, .invalidRequest), (#"{"method":"a","id":[]}"#, .invalidRequest),
  ])
  func tellsWhatIsNoMessage(_ content: String, _ code: ResponseError.Code) {
    guard case .invalid(nil, let error) = Message(Array(content.utf8)) else {
      Issue.record("\(content) is taken for a message")
      return
    }
    #expect(error.code == code)
  }

  @Test func tellsMessagesApart() {
    #expect(Message(Array(#"{"method":"a"}"#.utf8)) == .notification(method: "a", params: [:]))
    #expect(
      Message(Array(#"{"id":3,"method":"a","params":[1]}"#.utf8))
        == .request(.number(3), method: "a", params: [1]))
    for answer in [#"{"id":3,"result":null}"#, #"{"id":3,"error":{"code":1,"message":"x"}}"#] {
      guard case .response = Message(Array(answer.utf8)) else {
        Issue.record("\(answer) is no answer")
        continue
      }
    }
  }
}
