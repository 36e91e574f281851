package decompgen.verticles.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a PostgreSQL database is and how to sign in: {@code
 * postgresql://user:password@host:port/database?sslmode=prefer}. Percent signs encode what a URL
 * cannot hold.
 */
public record DatabaseUrl(
    String host, int port, String database, String user, String password, Encryption encryption) {
  /** How far the connection is protected, in libpq's words ({@code sslmode}). */
  public enum Encryption {
    /** Never encrypted. */
    DISABLE,
    /** Encrypted when the server can. */
    PREFER,
    /** Encrypted, whoever the server is. */
    REQUIRE,
    /** Encrypted, and the server proves its name with a certificate that Java trusts. */
    VERIFY_FULL;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public DatabaseUrl {
    requireNonNull(host, "host");
    requireNonNull(database, "database");
    requireNonNull(user, "user");
    requireNonNull(password, "password");
    requireNonNull(encryption, "encryption");
    if (database.isEmpty()) throw new IllegalArgumentException("no database");
    if (!(0 < port && port < 65536)) throw new IllegalArgumentException("port: " + port);
  }

  /**
   * Reads the configured text.
   *
   * @throws Failure CONFIG_INVALID, without the password in it
   */
  public static DatabaseUrl parse(String text) {
    try {
      URI uri = URI.create(text);
      boolean known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
      if (!known || uri.getHost() == null) throw new IllegalArgumentException("not that form");
      String[] account = requireNonNull(uri.getRawUserInfo(), "user").split(":", 2);
      return new DatabaseUrl(
          uri.getHost(),
          uri.getPort() < 0 ? 5432 : uri.getPort(),
          decoded(requireNonNull(uri.getRawPath()).substring(1)),
          decoded(account[0]),
          account.length == 2 ? decoded(account[1]) : "",
          encryption(Optional.ofNullable(uri.getRawQuery())));
    } catch (IllegalArgumentException | NullPointerException | IndexOutOfBoundsException bad) {
      throw new Failure(
          ErrorCode.CONFIG_INVALID,
          "database.url must look like postgresql://user:password@host:5432/database, optionally"
              + " with ?sslmode=disable, prefer, require or verify-full; other signs than letters"
              + " and digits in user and password are written as %40.");
    }
  }

  private static Encryption encryption(Optional<String> query) {
    return query
        .map(
            text ->
                Arrays.stream(Encryption.values())
                    .filter(known -> text.equals("sslmode=" + known.word()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(text)))
        .orElse(Encryption.PREFER);
  }

  /** The same address for JDBC, without user and password. */
  public String jdbc() {
    String trust =
        encryption == Encryption.VERIFY_FULL
            ? "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory"
            : "";
    return "jdbc:postgresql://%s:%d/%s?sslmode=%s%s"
        .formatted(host, port, URLEncoder.encode(database, UTF_8), encryption.word(), trust);
  }

  /** The address for messages: no password. */
  @Override
  public String toString() {
    return "postgresql://%s@%s:%d/%s".formatted(user, host, port, database);
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
  }
}
