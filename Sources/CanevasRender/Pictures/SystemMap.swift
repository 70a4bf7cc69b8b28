package import CanevasModel

/// Who gives what to whom around one service, as a picture is asked for it.
package struct SystemMap: Sendable {
  /// Who takes part in a service's flows.
  package struct Party: Hashable, Sendable {
    package let name: String
    /// The address of the party's page.
    package let href: String?
    /// Customers stand at the right of the service, all others at its left, where that costs
    /// nothing.
    package let isCustomer: Bool

    package init(_ name: String, href: String? = nil, isCustomer: Bool = false) {
      self.name = name
      self.href = href
      self.isCustomer = isCustomer
    }
  }

  /// One flow between two parties, by their places in `parties`; `nil` is the service.
  package struct Flow: Hashable, Sendable {
    package let from: Int?
    package let to: Int?
    package let label: String
    package let nature: FlowNature?
    package let isOptional: Bool

    package init(
      from: Int?, to: Int?, _ label: String, _ nature: FlowNature?, isOptional: Bool = false
    ) {
      self.from = from
      self.to = to
      self.label = label
      self.nature = nature
      self.isOptional = isOptional
    }
  }

  package let service: String
  package let parties: [Party]
  package let flows: [Flow]

  package init(service: String, parties: [Party], flows: [Flow]) {
    self.service = service
    self.parties = parties
    self.flows = flows
  }

  /// All flows between two parties, whichever way they go.
  struct Pair {
    let first: Int
    let second: Int
    var flows: [Int]
  }

  /// The flows of each party with the service, and those between two parties, by pairs; flows
  /// that lead back to where they come from are pairs of their own.
  var links: (service: [[Int]], pairs: [Pair]) {
    var service = Array(repeating: [Int](), count: parties.count)
    var pairs: [Pair] = []
    for (index, flow) in flows.enumerated() {
      switch (flow.from, flow.to) {
      case (let party?, nil), (nil, let party?): service[party].append(index)
      case (let from?, let to?):
        let (first, second) = (min(from, to), max(from, to))
        if let known = pairs.firstIndex(where: { $0.first == first && $0.second == second }) {
          pairs[known].flows.append(index)
        } else {
          pairs.append(Pair(first: first, second: second, flows: [index]))
        }
      case (nil, nil): break
      }
    }
    return (service, pairs)
  }
}
