package decompgen.verticles.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.verticles.store.DatabaseUrl.Encryption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  @Test
  void parse_wholeUrl_allItsParts() {
    assertThat(
            DatabaseUrl.parse("postgresql://ann:p%40ss+1:2@db.local:6543/my%20db?sslmode=require"))
        .isEqualTo(
            new DatabaseUrl("db.local", 6543, "my db", "ann", "p@ss+1:2", Encryption.REQUIRE));
  }

  @Test
  void parse_shortUrl_usualPortAndEncryption() {
    assertThat(DatabaseUrl.parse("postgres://ann@localhost/decompgen"))
        .isEqualTo(new DatabaseUrl("localhost", 5432, "decompgen", "ann", "", Encryption.PREFER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jdbc:postgresql://localhost/x",
        "mysql://ann:secret@localhost/x",
        "postgresql://localhost/x",
        "postgresql://ann:secret@localhost",
        "postgresql://ann:secret@localhost/",
        "postgresql://ann:secret@localhost:99999/x",
        "postgresql://ann:secret@localhost/x?sslmode=maybe",
        "postgresql://ann:secret@localhost/x?application_name=y",
        "postgresql://ann:sec ret@localhost/x",
      })
  void parse_otherText_isRefusedWithTheFormAndWithoutThePassword(String text) {
    assertThatThrownBy(() -> DatabaseUrl.parse(text))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(ErrorCode.CONFIG_INVALID);
              assertThat(failure.detail())
                  .contains("postgresql://user:password@host:5432/database");
              assertThat(failure.detail()).doesNotContain("secret").doesNotContain("sec ret");
            });
  }

  @Test
  void toString_anyUrl_hasNoPassword() {
    assertThat(DatabaseUrl.parse("postgresql://ann:secret@localhost/x"))
        .hasToString("postgresql://ann@localhost:5432/x");
  }

  @Test
  void jdbc_verifyFull_trustsWhatJavaTrusts() {
    assertThat(DatabaseUrl.parse("postgresql://ann@h/x%3Fy?sslmode=verify-full").jdbc())
        .isEqualTo(
            "jdbc:postgresql://h:5432/x%3Fy?sslmode=verify-full"
                + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
  }
}
