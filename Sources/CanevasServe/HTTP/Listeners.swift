package import CanevasProject
package import CanevasSource
import Glibc

/// The two ends at which this machine, and no other, reaches a server: 127.0.0.1 and, where there
/// is IPv6, ::1.
struct Listeners {
  let port: UInt16
  let sockets: [Socket]

  /// Listens at a port; 0 for any that is free.
  init(port: UInt16) throws(PortError) {
    for _ in 0..<20 where port == 0 {
      // A port that is free at one end may be taken at the other.
      if let free = try? Listeners(atBothEndsOf: 0) {
        self = free
        return
      }
    }
    try self.init(atBothEndsOf: port)
  }

  private init(atBothEndsOf port: UInt16) throws(PortError) {
    let first = try Socket(listeningAt: port, isVersion6: false)
    self.port = first.port
    do throws(PortError) {
      sockets = [first, try Socket(listeningAt: first.port, isVersion6: true)]
    } catch {
      // Without IPv6, nobody else can be reached by it either.
      guard [EAFNOSUPPORT, EADDRNOTAVAIL].contains(error.reason.code) else { throw error }
      sockets = [first]
    }
  }

  /// Listens at `port` or, if that is taken, at one of those behind it.
  init(near port: UInt16) throws(PortError) {
    for candidate in port..<port + 20 {
      do throws(PortError) {
        self = try Listeners(port: candidate)
        return
      } catch {
        guard error.reason.code == EADDRINUSE else { throw error }
      }
    }
    self = try Listeners(port: 0)
  }
}

/// That the system does not let a port be listened at.
package struct PortError: Error, Hashable, Sendable {
  package let port: UInt16
  package let reason: SystemReason

  /// What happened and the next step.
  package var message: Bilingual {
    Bilingual(
      "impossible d'écouter sur le port \(port) : \(reason.words.french) ; "
        + "« --port 0 » en prend un libre",
      "cannot listen on port \(port): \(reason.words.english); --port 0 takes a free one")
  }
}

/// A socket, closed with the value.
final class Socket {
  let descriptor: Int32

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}

extension Socket {
  /// A socket that takes connections of this machine.
  convenience init(listeningAt port: UInt16, isVersion6: Bool) throws(PortError) {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(isVersion6 ? AF_INET6 : AF_INET, kind, 0)
    guard descriptor >= 0 else { throw PortError(port: port, reason: SystemReason(code: errno)) }
    self.init(descriptor)
    var yes: Int32 = 1
    let length = socklen_t(MemoryLayout<Int32>.size)
    // A port that was just given up is free.
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, length)
    if isVersion6 { setsockopt(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &yes, length) }
    guard bind(port, isVersion6) == 0, listen(descriptor, 64) == 0 else {
      throw PortError(port: port, reason: SystemReason(code: errno))
    }
  }

  private func bind(_ port: UInt16, _ isVersion6: Bool) -> Int32 {
    if isVersion6 {
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = port.bigEndian
      address.sin6_addr = in6addr_loopback
      return bind(&address)
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return bind(&address)
  }

  private func bind<Address>(_ address: inout Address) -> Int32 {
    withUnsafeBytes(of: &address) { bytes in
      bytes.withMemoryRebound(to: sockaddr.self) {
        Glibc.bind(descriptor, $0.baseAddress, socklen_t(bytes.count))
      }
    }
  }

  /// The port that a listening socket of IPv4 has.
  var port: UInt16 {
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = getsockname(descriptor, $0, &length)
      }
    }
    return UInt16(bigEndian: address.sin_port)
  }

  /// The next connection that waits; `nil` if none does.
  func accepted() -> Socket? {
    while true {
      let connection = accept(descriptor, nil, nil)
      if connection < 0 {
        guard errno == EINTR || errno == ECONNABORTED else { return nil }
        continue
      }
      _ = fcntl(connection, F_SETFL, O_NONBLOCK)
      _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
      var yes: Int32 = 1
      // An event must not wait for more bytes.
      setsockopt(
        connection, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
      return Socket(connection)
    }
  }
}
