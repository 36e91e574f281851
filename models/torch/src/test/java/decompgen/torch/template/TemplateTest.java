package decompgen.torch.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-05T15:04:09Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{% if x %}              ; line 1: EOF where",
        "{% for m in messages %} ; line 1: EOF where",
        "{{ 1 + }}               ; line 1: an expression is missing",
        "{{ 'a                   ; line 1: not closed or not understood: 'a",
        "{{ x | nonsense }}      ; line 1: no filter \"nonsense\" is known",
        "{{ x is nonsense }}     ; line 1: no test \"nonsense\" is known",
        "{% include 'a' %}       ; line 1: no statement \"include\" is known",
        "{% endif %}             ; line 1: no statement \"endif\" is known",
        "{# never                ; line 1: a comment is not closed",
        "{% raw %} {{ x }}       ; line 1: raw is not closed",
        "{{ 12345678901234567890 }} ; line 1: the number 12345678901234567890 is too long",
        "{{ '\\U00110000' }}      ; line 1: no such character: '\\U00110000'",
      })
  void parse_brokenTemplate_isRefusedWithLine(String source, String why) {
    assertThatThrownBy(() -> Template.parse(source))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{{ missing.part }}                          ; line 1: an undefined value has no part",
        "{{ 'a' + 1 }}                               ; line 1: no + of a string and a number",
        "{{ 1 // 0 }}                                ; line 1: division by zero",
        "{{ missing() }}                             ; line 1: an undefined value cannot be called",
        "{% for x in 3 %}{% endfor %}                ; line 1: a number cannot be looped over",
        "{% set x.y = 1 %}                           ; line 1: x is no namespace",
        "{% set a, b = [1] %}                        ; line 1: 1 values for the names [a, b]",
        "{{ range(1000000) }}                        ; line 1: range is longer than 100000",
        "{{ range(-(2**62) - 2**62, 2**62 - 1 + 2**62) }} ; line 1: range is longer than 100000",
        "{{ 4 is divisibleby(0) }}                   ; line 1: division by zero",
        "{% for x in 'a' %}{{ loop.cycle() }}{% endfor %} ; line 1: loop.cycle is given nothing",
        "{{ {1: 1, 'a': 2} | tojson(sort_keys=true) }} ; line 1: a string and a number have no order",
        "{{ 'a' | replace('', 'b') }}                ; line 1: replace is asked to replace nothing",
        "{{ 'x'[::0] }}                              ; line 1: a slice goes by 0",
        "{{ 'x' < 1 }}                               ; line 1: a string and a number have no order",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }} ; its macros call each other for ever",
      })
  void render_wrongUse_isRefusedWithLine(String source, String why) {
    Template template = Template.parse(source);
    assertThatThrownBy(() -> template.render(Map.of(), CLOCK))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(why);
  }

  @Test
  void render_lineOfFault_isNamed() {
    Template template = Template.parse("a\nb\n{% if true %}\n{{ x.y }}{% endif %}");
    assertThatThrownBy(() -> template.render(Map.of(), CLOCK)).hasMessageContaining("line 4:");
  }

  @Test
  void render_endlessOutput_isBounded() {
    Template template = Template.parse("{% for i in range(99999) %}{{ 'x' * 10000 }}{% endfor %}");
    assertThatThrownBy(() -> template.render(Map.of(), CLOCK))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("4194304 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% set n = namespace(t='ab') %}{% for i in range(60) %}{% set n.t = n.t + n.t %}{% endfor %}",
        "{% set n = namespace(t='ab') %}{% for i in range(60) %}{% set n.t = n.t ~ n.t %}{% endfor %}",
        "{% set n = namespace(t='ab') %}{% for i in range(60) %}{% set n.t = n.t * 9999 %}{% endfor %}",
        "{% set n = namespace(t='ab') %}{% for i in range(60) %}{% set n.t = n.t | replace('a', n.t) %}{% endfor %}",
        "{% set t = 'a' * 10000 %}{% set n = range(10000) | join(t) %}",
        "{% set n = namespace(t=[1]) %}{% for i in range(60) %}{% set n.t = n.t + n.t %}{% endfor %}",
        "{% set n = namespace(t=['a' * 10000]) %}{% for i in range(9) %}{% set n.t = n.t + n.t %}{% endfor %}{% set s = n.t | string %}",
        "{% set n = namespace(t=['a' * 10000]) %}{% for i in range(9) %}{% set n.t = n.t + n.t %}{% endfor %}{% set s = n.t | tojson %}",
        "{% set s = ('\\n' * 10000) | indent(1000, blank=true) %}",
        "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}",
      })
  void render_growthWithoutEnd_isBounded(String source) {
    Template template = Template.parse(source);
    assertThatThrownBy(() -> template.render(Map.of(), CLOCK))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("more than");
  }

  @Test
  void parse_longString_isUnderstood() {
    String text = "a\\n".repeat(50_000);
    assertThat(Template.parse("{{ '" + text + "' }}").render(Map.of(), CLOCK))
        .isEqualTo("a\n".repeat(50_000));
  }

  @Test
  void render_longChainOfOrAndAnd_evaluatesEachOnce() {
    for (String operator : List.of(" or x", " and x"))
      assertThat(
              Template.parse("{{ x" + operator.repeat(80) + " }}").render(Map.of("x", "1"), CLOCK))
          .isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{{ [] | min }}{{ [] | max }}          ; ``",
        "{{ [2, 1, 3] | min }}{{ [2, 3] | max }} ; 13",
        "{{ ['b', 'A', 'a'] | min }}{{ ['b', 'A', 'a', 'B'] | max }} ; Ab",
        "{{ ['b', 'A'] | min(true) }}{{ ['b', 'A'] | max(case_sensitive=true) }} ; Ab",
        "{{ ([{'n': 2}, {'n': 1, 't': 'y'}] | min(attribute='n')).t }} ; y",
        "{{ ([{'n': 2, 't': 'x'}, {'n': 2}] | max(attribute='n')).t }} ; x",
        "{{ ['b', 'B', 'a', 'b', 'A'] | unique | list }} ; ['b', 'a']",
        "{{ ['b', 'B', 'a', 'b'] | unique(true) | list }} ; ['b', 'B', 'a']",
        "{{ ['b', 'B', 'a', 'b'] | unique(case_sensitive=true) | join(',') }} ; b,B,a",
        "{{ [1, true, 1.0, 2, '1', none] | unique | list }} ; [1, 2, '1', None]",
        "{{ [0.0, -0.0, 0, false] | unique | list }} ; [0.0]",
        "{{ [9007199254740993, 9007199254740992.0] | unique | list | length }} ; 2",
        "{{ [[1, 'a'], [1.0, 'a'], [1, 'A']] | unique | list }} ; [[1, 'a'], [1, 'A']]",
        "{{ [{'r': 'User'}, {'r': 'user'}, {'r': 'tool'}] | unique(attribute='r') | map(attribute='r') | list }} ; ['User', 'tool']",
        "{{ 'abcAB' | unique | join }}{{ missing | unique | list }} ; abc[]",
        "{{ 6 is divisibleby(3) }}             ; True",
        "{{ 'aXbXc'.replace('X', '-', 1) }}    ; a-bXc",
        "{{ 'aXbXc' | replace('X', '') }}      ; abc",
        "{{ [] }}{{ [1, 'a'] }}{{ {} }}{{ {'a': [1.5, none]} }} ; [][1, 'a']{}{'a': [1.5, None]}",
        "{{ 'a\\n\\nb' | indent('$1') | replace('\\n', '/') }} ; a//$1b",
        "{{ 'a\\n\\nb' | indent(1, true, true) | replace('\\n', '/') }} ; ` a/ / b`",
        "{{ range(2**62 - 3 + 2**62, 2**62 - 1 + 2**62, 3) }} ; [9223372036854775805]",
        "{{ 'abc'[1::2**62 - 1 + 2**62] }}     ; b",
        "{{ {'b': 1, 'a': 2} | tojson(sort_keys=true) }} ; {\"a\": 2, \"b\": 1}",
      })
  void render_filtersAndTests_asInJinja(String source, String expected) {
    assertThat(Template.parse(source).render(Map.of(), CLOCK)).isEqualTo(expected);
  }

  /** Comparing each with each would take 5 billion comparisons. */
  @Test
  @Timeout(5)
  void render_uniqueOfAHundredThousand_isLinear() {
    assertThat(Template.parse("{{ range(100000) | unique | length }}").render(Map.of(), CLOCK))
        .isEqualTo("100000");
  }

  @Test
  void render_raiseException_isTheTemplatesRefusal() {
    Template template = Template.parse("{{ raise_exception('roles must alternate') }}");
    assertThatThrownBy(() -> template.render(Map.of(), CLOCK))
        .isInstanceOf(Refusal.class)
        .hasMessage("roles must alternate");
  }

  @Test
  void render_valueThatLooksLikeATemplate_isPrintedAsItIs() {
    assertThat(Template.parse("{{ x }}").render(Map.of("x", "{{ y }}{% if"), CLOCK))
        .isEqualTo("{{ y }}{% if");
  }

  @Test
  void render_javaObject_isNotReachable() {
    Map<String, ?> variables = Map.of("x", List.of("a"));
    assertThat(Template.parse("{{ x.class }}{{ 'a'.getClass }}").render(variables, CLOCK))
        .isEmpty();
    assertThatThrownBy(() -> Template.parse("{{ x }}").render(Map.of("x", new Object()), CLOCK))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "%d %b %Y, 05 Nov 2026",
    "%-d %B %y %A, 5 November 26 Thursday",
    "%H:%M:%S %p 100%%, 15:04:09 PM 100%"
  })
  void strftimeNow_format_asInC(String format, String expected) {
    assertThat(Template.parse("{{ strftime_now(f) }}").render(Map.of("f", format), CLOCK))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1e16, 1e+16", "1.5e-7, 1.5e-07", "123456.0, 123456.0", "0.1, 0.1", "2e300, 2e+300"})
  void render_decimal_asPythonWritesIt(double value, String expected) {
    assertThat(Template.parse("{{ x }}").render(Map.of("x", value), CLOCK)).isEqualTo(expected);
  }
}
