package dync.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {

    @ParameterizedTest
    @CsvSource({
        "fc.{w}, classifier.linear.{w}, fc.weight, classifier.linear.weight",
        "{s}.{b:0}.conv{n:1}.weight, {s}.Basic{b:_}.conv{n:_}.weight, layer1.0.conv1.weight, layer1.Basic.conv.weight",
        "{s}.{b:0}.conv{n:1}.weight, {s}.Basic{b:_}.conv{n:_}.weight, layer3.5.conv2.weight, layer3.Basic_6.conv_2.weight",
        "area_conv.{i:0}.{p:original0=length|original1=weight}, layer{i:1}.conv.{p}, area_conv.7.original0, layer8.conv.length",
        "norm2_{r:0}.{w}, batchnorm{r:_3+2}.{w}, norm2_0.bias, batchnorm_2.bias",
        "norm2_{r:0}.{w}, batchnorm{r:_3+2}.{w}, norm2_3.bias, batchnorm_11.bias",
        "norm1_{r:0}.{w}, batchnorm{r:_3+1}.{w}, norm1_0.bias, batchnorm.bias"
    })
    void both_sides_of_a_rule_name_the_same(String there, String here, String name, String weight) {
        NamePattern left = new NamePattern(there);
        NamePattern right = new NamePattern(here);
        assertThat(left.match(name).flatMap(right::fill)).contains(weight);
        assertThat(right.match(weight).flatMap(left::fill)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "fc.{w}, fc.a.b",
        "{b:1}.x, 0.x",
        "{b:0}.x, 01.x",
        "conv{n:_}.w, conv_1.w",
        "conv{n:_3+2}.w, conv_3.w",
        "{p:a|b}, c",
        "a{n:0}, a99999999999"
    })
    void another_name_does_not_fit(String pattern, String name) {
        assertThat(new NamePattern(pattern).match(name)).isEmpty();
    }

    @Test
    void a_value_without_a_word_on_one_side_has_no_name_there() {
        assertThat(new NamePattern("x.{p:a=one|b=two}").fill(Map.of("p", "three")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a", "a}", "{}", "{a:2}", "{a:_0+1}", "{a}{a}", "{a:x||y}", "{a:x|x}"})
    void a_pattern_that_is_none_is_refused(String written) {
        assertThatThrownBy(() -> new NamePattern(written)).isInstanceOf(IllegalArgumentException.class);
    }
}
