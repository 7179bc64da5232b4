package dync.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dync.data.Picture;
import dync.data.Split;
import dync.runtime.UserError;
import org.junit.jupiter.api.Test;

class GratingsTest {
    private static final int SIDE = 64;

    private static Picture draw(Grating grating) {
        Picture picture = new Picture();
        grating.draw(1, SIDE, SIDE, picture);
        return picture;
    }

    /** Amplitude of the component with so many cycles along x (rightwards) and y (upwards), by its Fourier sum. */
    private static double amplitude(Picture picture, double alongX, double alongY) {
        double real = 0;
        double imaginary = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double angle = 2 * Math.PI * (alongX * column - alongY * row) / SIDE;
                real += picture.values()[picture.at(row, column)] * Math.cos(angle);
                imaginary += picture.values()[picture.at(row, column)] * Math.sin(angle);
            }
        }
        return 2 * Math.hypot(real, imaginary) / (SIDE * SIDE);
    }

    @Test
    void allPowerIsAtTheFrequencyAcrossTheBars() {
        // bars that lie flat vary upwards, upright ones sideways
        assertThat(amplitude(draw(Grating.of(0, 5)), 0, 5)).isCloseTo(0.5, within(1e-6));
        assertThat(amplitude(draw(Grating.of(90, 5)), 5, 0)).isCloseTo(0.5, within(1e-6));
        // bars rising to the right, at 45 degrees, vary towards the upper left
        double diagonal = 4 * Math.sqrt(2);
        assertThat(amplitude(draw(Grating.of(45, diagonal)), -4, 4)).isCloseTo(0.5, within(1e-6));
        assertThat(amplitude(draw(Grating.of(45, diagonal)), 4, 4)).isCloseTo(0, within(1e-6));
        assertThat(amplitude(draw(Grating.of(135, diagonal)), 4, 4)).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void contrastIsThatOfMichelsonAndTheMeanStays() {
        Picture picture = draw(Grating.of(90, 4).contrast(0.4).phase(90));
        float low = 1;
        float high = 0;
        double sum = 0;
        for (int i = 0; i < picture.size(); i++) {
            low = Math.min(low, picture.values()[i]);
            high = Math.max(high, picture.values()[i]);
            sum += picture.values()[i];
        }
        assertThat((high - low) / (high + low)).isCloseTo(0.4f, within(0.01f));
        assertThat(sum / picture.size()).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void aPhaseOf180DegreesExchangesBrightAndDark() {
        Picture one = draw(Grating.of(30, 3));
        Picture other = draw(Grating.of(30, 3).phase(180));
        for (int i = 0; i < one.size(); i++) {
            assertThat(one.values()[i] + other.values()[i]).isCloseTo(1f, within(1e-6f));
        }
    }

    @Test
    void anApertureShowsTheMiddleAndFadesOut() {
        Grating grating = Grating.of(90, 4);
        Picture all = draw(grating);
        Picture seen = draw(grating.aperture(new Aperture(0.5, 0.2)));
        assertThat(seen.values()[seen.at(32, 33)]).isEqualTo(all.values()[all.at(32, 33)]);
        assertThat(seen.values()[seen.at(2, 2)]).isEqualTo(0.5f);
        assertThat(seen.values()[seen.at(32, 63)]).isEqualTo(0.5f);
        // in the middle of the edge half is left
        double x = 48 + 0.5 - 32;
        assertThat(new Aperture((float) (x / 32), 0.2).seen(x, 0, SIDE)).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void cyclesPerDegreeFollowTheVisualAngle() {
        assertThat(Grating.cyclesPerDegree(2, 4)).isEqualTo(8);
    }

    @Test
    void anImageDependsOnSeedSplitAndIndexAlone() {
        Gratings set = new Gratings(GratingSettings.STANDARD);
        Picture one = new Picture();
        Picture other = new Picture();
        set.images(Split.TRAIN).read(11, one);
        new Gratings(GratingSettings.STANDARD).images(Split.TRAIN).read(11, other);
        assertThat(one.values()).isEqualTo(other.values());
        set.images(Split.TEST).read(11, other);
        assertThat(one.values()).isNotEqualTo(other.values());
        assertThat(set.images(Split.TRAIN).label(11)).isEqualTo(3);
        assertThat(set.grating(Split.TRAIN, 11).orientation()).isEqualTo(67.5);
        assertThat(set.classes())
                .containsExactly(
                        "0 deg", "22.5 deg", "45 deg", "67.5 deg", "90 deg", "112.5 deg", "135 deg", "157.5 deg");
        set.grating(Split.TEST, 11).draw(1, 32, 32, one);
        assertThat(one.values()).isEqualTo(other.values());
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        assertThatThrownBy(() -> draw(Grating.of(0, 33)))
                .isInstanceOfSatisfying(UserError.class, e -> assertThat(e.help())
                        .hasValueSatisfying(help -> assertThat(help).contains("at most 32.0 cycles")));
        assertThatThrownBy(() -> Grating.of(0, 3).contrast(1.5)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> new Grating(0, 3, 0.8, 0, 0.7, Aperture.NONE))
                .hasMessageContaining("leaves no room for a contrast");
        assertThatThrownBy(() -> new Range(2, 1)).isInstanceOf(UserError.class);
    }
}
