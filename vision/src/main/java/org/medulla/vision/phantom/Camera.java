package org.medulla.vision.phantom;

import org.medulla.vision.image.RgbImage;

/** Turns a scene into a photograph: light passes the dyes (Lambert-Beer), the optics blur it, the camera adds noise. */
final class Camera {
    private static final int SIDE = Scene.SIDE;

    /** Optical densities are looked up in steps of 1/1024, up to 4: finer than a grey level. */
    private static final int STEPS_PER_UNIT = 1024;

    private static final double STRAY_LIGHT = 0.012;

    private final Textures textures;
    private final float[] transmission = new float[4 * STEPS_PER_UNIT + 1];

    Camera(Textures textures) {
        this.textures = textures;
        for (int i = 0; i < transmission.length; i++) {
            double passed = StrictMath.pow(10, -(double) i / STEPS_PER_UNIT);
            transmission[i] = (float) (STRAY_LIGHT + (1 - STRAY_LIGHT) * passed);
        }
    }

    /**
     * Takes the photograph.
     *
     * @param defocus further blur of this picture, in pixels
     */
    RgbImage photograph(Scene scene, SmearLook look, double defocus, Dice dice) {
        double blur = Math.sqrt(look.blur() * look.blur() + defocus * defocus);
        byte[] rgb = new byte[SIDE * SIDE * RgbImage.CHANNELS];
        float[] illumination = illumination(look, dice);
        Texture.View common = textures.grain().view(dice);
        float[] scratch = new float[SIDE * SIDE];
        float[] commonNoise = new float[SIDE];
        float[] ownNoise = new float[SIDE];
        double[] white = {look.whiteRed(), look.whiteGreen(), look.whiteBlue()};
        float[][] densities = {scene.red, scene.green, scene.blue};
        // Colours are not focused alike: red and blue lie a little beside green.
        double[] chromatic = {1.08, 1.0, 1.22};
        for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
            float[] light = densities[channel];
            for (int i = 0; i < light.length; i++) {
                light[i] = pass(light[i]);
            }
            Blur.gaussian(light, scratch, SIDE, blur * chromatic[channel]);
            Texture.View own = textures.grain().view(dice);
            float level = (float) white[channel];
            float noise = (float) look.noise();
            for (int y = 0; y < SIDE; y++) {
                common.row(y, commonNoise);
                own.row(y, ownNoise);
                for (int x = 0; x < SIDE; x++) {
                    int i = y * SIDE + x;
                    float value =
                            level * illumination[i] * light[i] + noise * (0.75f * commonNoise[x] + 0.65f * ownNoise[x]);
                    rgb[i * RgbImage.CHANNELS + channel] = (byte) Math.max(0, Math.min(255, (int) (value + 0.5f)));
                }
            }
        }
        return RgbImage.of(SIDE, SIDE, rgb);
    }

    private float pass(float density) {
        return transmission[(int) (Math.max(0, Math.min(3.99f, density)) * STEPS_PER_UNIT + 0.5f)];
    }

    /** The light of the field: brightest near the middle of the camera's picture, of which the cell is a random part. */
    private float[] illumination(SmearLook look, Dice dice) {
        double middleX = dice.uniform(-0.4, 1.4) * SIDE;
        double middleY = dice.uniform(-0.4, 1.4) * SIDE;
        float[] result = new float[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double dx = (x - middleX) / SIDE;
                double dy = (y - middleY) / SIDE;
                result[y * SIDE + x] = (float) (1 - look.vignetting() * Math.min(1, 0.5 * (dx * dx + dy * dy)));
            }
        }
        return result;
    }
}
