package decompgen.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All ways in which English says how many there are, and what only looks like one. */
class CountsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Two dogs and three cats.                          | dog=2 cat=3",
        "1 cat and 2 dogs                                  | cat=1 dog=2",
        "a house with four windows and one chimney         | window=4 chimney=1",
        "A room with 2 windows, 1 door and 3 lamps         | window=2 door=1 lamp=3",
        "two boys, three girls, and a dog                  | boy=2 girl=3",
        "a table set with four plates and four wine glasses | plate=4 wine glass=4",
        "Nine hand painted ceramic tiles                   | tile=9",
        "four metal-framed outdoor dining chairs           | dining chair=4",
        "Two smiling kids playing video games              | kid=2",
        "the two matching watercolor mugs                  | mug=2",
        "two women's shoes                                 | shoe=2",
        "two children's bicycles in a garage               | bicycle=2",
        "seven party hats in a basket                      | party hat=7",
        "Set of two eames rar chairs black.                | chair=2",
        "Vector set of two smiling decorative sale badges  | sale badge=2",
        "two three-wheeled bikes                           | bike=2",
        "three wheel under airplane                        | wheel=3",
        "A panda is eating sushi out of three pizza boxes. | pizza box=3",
        "a couple elephants in a river                     | elephant=2",
        "There are a couple people on the beach.           | person=2",
        "The computer has dual monitors.                   | monitor=2",
        "In the lake we can see swans, four in number.     | swan=4",
        "Photo of Ten Buses                                | bus=10",
        "Illustration of Four Stamps in a Row              | stamp=4",
        "The Seven Keys                                    | key=7",
        "Ten US soldiers in front of a tank                | us soldier=10",
        "FIVE EMPTY EGGS - CLIP ART                        | egg=5",
        "three monsters - clip art                         | monster=3",
        "Four owls - Premium Photo                         | owl=4",
        "Group of 8 sheep Royalty Free Stock Images        | sheep=8",
        "Set of seven bags - Stock Vector - 77441203       | bag=7",
        "Set of four ® coasters                            | coaster=4",
        "Close up of seven balloons                        | balloon=7",
        "two cats nap on the windowsill                    | cat=2",
        "six boys fish from a pier                         | boy=6",
        "two dogs chase balls                              | dog=2",
        "two deer stand in the forest                      | deer=2",
        "two brown bears in a river                        | bear=2",
        "a single red rose                                 | rose=1",
        "twin babies in a crib                             | baby=2",
        "identical twins in red dresses                    | twin=2",
        "all four of the chairs are red                    | chair=4",
        "Lot of (3) vintage cameras                        | camera=3",
        "Ten (10) balloons                                 | balloon=10",
        "Mugs (4)                                          | mug=4",
        "Counter Stool, Set of 2                           | counter stool=2",
        "Ceramic Coffee Mugs - Set of Six                  | coffee mug=6",
        "Bar stools (set of 2)                             | bar stool=2",
        "A family of five sits at a table                  | family member=5",
        "a four-piece band on stage                        | band member=4",
        "A family of five ducks crossing the street        | duck=5",
        "two slices of pizza on a plate                    | slice of pizza=2",
        "Two pairs of shoes                                | pair of shoe=2",
        "Doctor icon on nine round vector                  | vector=9",
        "design template with ten options                  | option=10",
        "six red and white striped candles                 | candle=6",
        "two 1950s cars                                    | 1950s car=2",
        "nine maple leaves on a path                       | maple leaf=9",
        "Two women cook meals                              | woman=2",
        "A plane flying over two houses                    | house=2",
        "people sitting around three tables                | table=3",
        "woman holding up four fingers                     | finger=4",
        "10pcs glass balls                                 | ball=10",
        "Pack 6 eggs                                       | egg=6",
        "Two Hand-drawn Flowers on a Card                  | flower=2",
        "Pack of two girls pink and white dresses          | dress=2",
        "two girls pretty in pink dresses                  | girl=2",
        "a man and two other people                        | other person=2",
        "a clock with two hands, 8 k                       | hand=2",
        "Four teddy bears                                  | teddy bear=4",
        "Three game dies on a board                        | game die=3",
        "Two PlayStation 4 controllers                     | controller=2",
        "Three iPhone 6 phones                             | phone=3",
        "Two Boeing 737 jets at the gate                   | jet=2",
        "Five 100 dollar bills                             | dollar bill=5",
        "Set of Four George III Silver Candlesticks        | candlestick=4",
        "Three dancing skeletons                           | skeleton=3",
        "Two identical twin sisters holding hands          | sister=2",
        "Dozen Red Roses Bouquet                           | rose=12",
        "Six Old Snowmen Canvas Print                      | snowman=6",
        "Three owls free vector                            | owl=3",
        "Six office watches in a drawer                    | office watch=6",
        "Two dogs playing in the Snow, Norway              | dog=2",
        "2 cats + 3 dogs                                   | cat=2 dog=3",
        "Two 16oz cups                                     | cup=2",
        "Three scoops of ice cream in a cone               | scoop of ice cream=3",
        "horses, three of them, in a field                 | horse=3",
        "birds, five in total                              | bird=5",
        "Wall with four chairs (Set of Two)                | chair=4",
      })
  void decompose_number_countsWhatIsMeant(String sentence, String counts) {
    assertThat(counts(sentence)).containsExactlyInAnyOrder(split(counts));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the first two cars",
        "the other two dogs",
        "There are over ten birds.",
        "There are around ten people.",
        "Top 10 Dogs",
        "three dimensional letters",
        "35mm photographs",
        "two headed dragons",
        "Another two men",
        "Four out of five dentists",
        "One man is talking to another man.",
        "Two of them are wearing hats.",
        "a group of people, two wearing hats",
        "Three-piece suit on a hanger",
        "a three-person tent",
        "A 5-year-old boy rides a bike",
        "six foot tall man",
        "at 3 o'clock",
        "1 9 5 0 s diner with neon signs",
        "1 9 8 0 s cars on a street",
        "portrait, 1 8 th century paintings",
        "world war 2 soldiers",
        "Apollo 11 astronaut",
        "iPhone 6 phones",
        "4 k wallpapers",
        "Both fists are raised",
        "Family of people",
        "hundreds of birds",
        "zero birds",
        "The pole is 10 feet tall.",
        "A photo taken at 5 pm",
        "a $5 burger",
        "Formula 1 cars",
        "unreal engine 5 dragons",
        "1/2 cup of milk",
        "six by nine print",
        "two and a half pizzas",
        "two thirds of the pizza is gone",
        "four plus people",
        "Four wheel drive vehicle",
        "one hand on the wheel",
        "Both cats and dogs",
      })
  void decompose_numberOfSomethingElse_isNoCount(String sentence) {
    assertThat(counts(sentence)).isEmpty();
  }

  private static List<String> counts(String sentence) {
    return Said.in(sentence).stream().filter(said -> said.matches(".+=\\d+")).toList();
  }

  /** "wine glass=4 plate=2": a name goes to its number. */
  private static String[] split(String counts) {
    return Stream.of(counts.split("(?<=\\d) ")).map(String::strip).toArray(String[]::new);
  }
}
