import CanevasSource

/// Reads arguments into a request.
///
/// An option's value is the next argument or follows a `=`: `--out DIR`, `--out=DIR`. The next
/// argument is no value if it opens with `-`, since then a value was probably forgotten;
/// `--out=-x` says that it was not. A value that may be left out always follows a `=`: `--fix`,
/// `--fix=review`. Short options have their value as the next argument and are not run together.
/// An option may be repeated, and the last one holds, so that a script's choice can be overruled
/// behind it. `--` ends the options; a lone `-` is an operand.
struct ArgumentParser<Request>: Sendable {
  let options: [CommandOption<Request>]
  let operands: Operands<Request>?

  func parse(_ arguments: [String], into request: inout Request) throws(UsageError) {
    var rest = arguments[...]
    var operandCount = 0
    var endsOptions = false
    while let argument = rest.popFirst() {
      if endsOptions || !isOption(argument) {
        try store(operand: argument, count: &operandCount, into: &request)
      } else if argument == "--" {
        endsOptions = true
        operands?.separate(&request)
      } else {
        try store(option: argument, &rest, into: &request)
      }
    }
    if let operands, operandCount < operands.declaration.least {
      throw UsageError(.missingOperand(placeholder: operands.declaration.placeholder))
    }
  }

  /// Reads options up to the first operand or `--`, and gives what is left from there.
  func parseLeadingOptions(
    _ arguments: [String], into request: inout Request
  ) throws(UsageError) -> ArraySlice<String> {
    var rest = arguments[...]
    while let argument = rest.first, isOption(argument), argument != "--" {
      rest.removeFirst()
      try store(option: argument, &rest, into: &request)
    }
    return rest
  }

  private func store(
    operand: String, count: inout Int, into request: inout Request
  ) throws(UsageError) {
    count += 1
    guard let operands, count <= operands.declaration.most ?? .max else {
      throw UsageError(.unexpectedOperand(operand))
    }
    // A variable of a shell that holds nothing, most likely: no path, and least of all the root.
    if operand.isEmpty, operands.declaration.kind.isPath {
      throw UsageError(.missingOperand(placeholder: operands.declaration.placeholder))
    }
    operands.store(&request, operand)
  }

  private func store(
    option argument: String, _ rest: inout ArraySlice<String>, into request: inout Request
  ) throws(UsageError) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let spelling = String(parts[0])
    let attached = parts.count > 1 ? String(parts[1]) : nil
    let isLong = spelling.hasPrefix("--")
    guard isLong || attached == nil,
      let option = options.first(where: { $0.declaration.spellings.contains(spelling) })
    else {
      throw UsageError(
        .unknownOption(isLong ? spelling : argument), nearest: spellings(near: spelling))
    }
    switch option.declaration.value {
    case .none:
      guard attached == nil else { throw UsageError(.unexpectedValue(option: spelling)) }
      option.store(&request, "")
    case .text, .choice:
      let value = attached ?? (rest.first.map { !isOption($0) } == true ? rest.removeFirst() : "")
      try check(value, of: option.declaration)
      option.store(&request, value)
    case .optionalChoice:
      if let attached { try check(attached, of: option.declaration) }
      option.store(&request, attached ?? "")
    }
  }

  private func check(_ value: String, of option: OptionDeclaration) throws(UsageError) {
    guard !value.isEmpty else {
      throw UsageError(
        .missingValue(option: option.name, placeholder: option.value.placeholder ?? ""))
    }
    switch option.value {
    case .none, .text: return
    case .choice(let words), .optionalChoice(let words):
      guard !words.contains(value) else { return }
      throw UsageError(
        .refusedValue(value, option: option.name, words: words),
        nearest: nearest(to: value, among: words, limit: 1))
    }
  }

  /// The long options that look like `spelling`; a short one only if nothing but its case is off.
  private func spellings(near spelling: String) -> [String] {
    let all = options.flatMap(\.declaration.spellings)
    let isShort = spelling.utf8.count <= 2
    return nearest(
      to: spelling, among: all.filter { isShort == ($0.utf8.count <= 2) }, limit: isShort ? 9 : 1
    ).filter { !isShort || folded($0) == folded(spelling) }
  }
}

/// Whether an argument is written as an option is; `--` too.
func isOption(_ argument: String) -> Bool {
  argument.utf8.count > 1 && argument.utf8.first == UInt8(ascii: "-")
}
